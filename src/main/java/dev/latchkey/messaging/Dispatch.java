package dev.latchkey.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Decides what becomes of a message: too late, refused by our own rules, a decoy that only looks
 * sent, or handed to its provider.
 *
 * <p>The guest who waits for a code sees when the recovery moves on, and whether to the code or to
 * the next way. So a code that no provider sees takes the time of one that it does ({@link Pace}),
 * decoys are refused as often as real codes ({@link RefusalShares}), and what is reported of them
 * is what is reported of real codes ({@link ReceiptShares}). All of them wait for their turn alike
 * ({@link Turns}).
 */
@Component
class Dispatch {
  private final MessageTable messages;
  private final OptOuts optOuts;
  private final RefusalShares refusals;
  private final ReceiptShares receiptShares;
  private final PlannedReceipts planned;
  private final Turns turns;
  private final Pace pace;
  private final HandOver handOver;
  private final OwnTransaction ownTransaction;
  private final Clock clock;

  Dispatch(
      MessageTable messages,
      OptOuts optOuts,
      RefusalShares refusals,
      ReceiptShares receiptShares,
      PlannedReceipts planned,
      Turns turns,
      Pace pace,
      HandOver handOver,
      OwnTransaction ownTransaction,
      Clock clock) {
    this.messages = messages;
    this.optOuts = optOuts;
    this.refusals = refusals;
    this.receiptShares = receiptShares;
    this.planned = planned;
    this.turns = turns;
    this.pace = pace;
    this.handOver = handOver;
    this.ownTransaction = ownTransaction;
    this.clock = clock;
  }

  /** As {@link Outbox#send}. */
  SendOutcome send(String messageId, Map<String, String> facts) {
    Found found = ownTransaction.call(() -> find(messageId));
    return found.message.outcome().orElseGet(() -> send(found.message, found.refusal, facts));
  }

  /** The refusal is null unless our own rules refuse what is still to be sent. */
  private record Found(StoredMessage message, String refusal) {}

  private Found find(String messageId) {
    StoredMessage message =
        messages
            .find(messageId)
            .orElseThrow(
                () -> new IllegalStateException("No committed intent for message " + messageId));
    return new Found(message, message.outcome().isPresent() ? null : refusal(message));
  }

  private SendOutcome send(StoredMessage message, String refusal, Map<String, String> facts) {
    Instant end = end(message, facts);
    if (end != null && !clock.instant().isBefore(end)) {
      return close(message, MessageState.EXPIRED, null, SendOutcome.EXPIRED);
    }
    try {
      return sendOrRefuse(message, refusal, facts, end);
    } catch (TemporarySendFailure later) {
      throw noLaterThan(end, later);
    }
  }

  /** When what the message carries has run out, the recovery must hear of it, not wait longer. */
  private TemporarySendFailure noLaterThan(Instant end, TemporarySendFailure failure) {
    return end != null && clock.instant().plus(failure.retryAfter()).isAfter(end)
        ? new TemporarySendFailure(
            failure.getMessage(), failure, Duration.between(clock.instant(), end))
        : failure;
  }

  private SendOutcome sendOrRefuse(
      StoredMessage message, String refusal, Map<String, String> facts, Instant end) {
    boolean real = message.target() != null && refusal == null;
    boolean paced = message.purpose() == Purpose.RECOVERY_CODE;
    if ((real || paced) && !turns.come(message, end)) {
      return close(message, MessageState.EXPIRED, null, SendOutcome.EXPIRED);
    }
    if (real) {
      return handOver.send(message, facts);
    }
    if (paced) {
      keepPace(message, refusal == null);
    }
    return refusal == null
        ? suppress(message)
        : close(message, MessageState.REFUSED, refusal, SendOutcome.REFUSED);
  }

  /** From here on a decoy is like a message that the provider took, its report included. */
  private SendOutcome suppress(StoredMessage message) {
    ExpectedReceipt report = receiptShares.of(message);
    ownTransaction.run(
        () -> {
          messages.closeUnsent(message.id(), MessageState.SUPPRESSED, null, clock.instant());
          planned.plan(message.id(), report);
        });
    return SendOutcome.SUPPRESSED;
  }

  /** Fails as a hand-over fails while the provider cannot be reached, and counts it alike. */
  private void keepPace(StoredMessage message, boolean accepted) {
    try {
      pace.keep(message.channel(), accepted);
    } catch (TemporarySendFailure down) {
      pace.failed(message.channel(), down);
      ownTransaction.run(() -> messages.giveBack(message.id(), clock.instant(), clock.instant()));
      throw down;
    }
  }

  /** When what the message carries runs out, or null if it never does. */
  private static Instant end(StoredMessage message, Map<String, String> facts) {
    String expires = facts.get("expires");
    if (expires != null) {
      return Instant.parse(expires);
    }
    String minutes = facts.get("minutes");
    return minutes == null
        ? null
        : message.createdAt().plus(Duration.ofMinutes(Long.parseLong(minutes)));
  }

  /** Why it is refused without asking a provider, or null. */
  private String refusal(StoredMessage message) {
    String flaw =
        message.target() == null ? null : Targets.flaw(message.channel(), message.target());
    if (flaw != null) {
      return flaw;
    }
    if (!message.purpose().reachesOptedOut() && optOuts.contains(message.targetHash())) {
      return OptOuts.CAUSE;
    }
    return message.target() == null ? refusalOfDecoy(message) : null;
  }

  /** Whoever texted START from the number that was typed ended its opt-out, be it only drawn. */
  private String refusalOfDecoy(StoredMessage decoy) {
    String cause =
        messages.decoyOptedOut(decoy.targetHash())
            ? OptOuts.CAUSE
            : decoy.purpose() == Purpose.RECOVERY_CODE
                ? refusals.causeFor(decoy.channel(), decoy.targetHash())
                : null;
    return OptOuts.CAUSE.equals(cause) && optOuts.optedIn(decoy.targetHash()) ? null : cause;
  }

  private SendOutcome close(
      StoredMessage message, MessageState state, String cause, SendOutcome outcome) {
    ownTransaction.run(() -> messages.closeUnsent(message.id(), state, cause, clock.instant()));
    return outcome;
  }
}
