package dev.latchkey.messaging;

import dev.latchkey.messaging.Sender.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Hands one message to its provider. The row is taken, the provider called, the answer stored: each
 * step in a short transaction of its own, so that no lock is held while a provider thinks.
 */
@Component
class Dispatch {
  /** After this a thread that took a message counts as dead; far above all client time-outs. */
  private static final Duration ABANDONED = Duration.ofMinutes(3);

  private static final String OPTED_OUT = "opted-out";

  private final MessageTable messages;
  private final OptOuts optOuts;
  private final Receipts receipts;
  private final MessageTexts texts;
  private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
  private final OwnTransaction ownTransaction;
  private final Clock clock;

  Dispatch(
      MessageTable messages,
      OptOuts optOuts,
      Receipts receipts,
      MessageTexts texts,
      List<Sender> senders,
      OwnTransaction ownTransaction,
      Clock clock) {
    this.messages = messages;
    this.optOuts = optOuts;
    this.receipts = receipts;
    this.texts = texts;
    this.ownTransaction = ownTransaction;
    this.clock = clock;
    for (Channel channel : Channel.values()) {
      this.senders.put(channel, onlyOne(channel, senders));
    }
  }

  private static Sender onlyOne(Channel channel, List<Sender> senders) {
    List<Sender> fitting = senders.stream().filter(s -> s.channel() == channel).toList();
    if (fitting.size() != 1) {
      throw new IllegalStateException("One sender wanted for " + channel + ", not " + fitting);
    }
    return fitting.get(0);
  }

  StoredMessage find(String messageId) {
    return ownTransaction
        .call(() -> messages.find(messageId))
        .orElseThrow(
            () -> new IllegalStateException("No committed intent for message " + messageId));
  }

  SendOutcome send(StoredMessage message, Map<String, String> facts) {
    if (stale(message, facts)) {
      return close(message, MessageState.EXPIRED, null, SendOutcome.EXPIRED);
    }
    if (message.target() == null) {
      return close(message, MessageState.SUPPRESSED, null, SendOutcome.SUPPRESSED);
    }
    String flaw = Targets.flaw(message.channel(), message.target());
    if (flaw == null && ownTransaction.call(() -> optOuts.contains(message.targetHash()))) {
      flaw = OPTED_OUT;
    }
    if (flaw != null) {
      return close(message, MessageState.REFUSED, flaw, SendOutcome.REFUSED);
    }
    return handOver(message, facts);
  }

  /** A text that says "valid for ten minutes" is untrue ten minutes after its intent. */
  private boolean stale(StoredMessage message, Map<String, String> facts) {
    String minutes = facts.get("minutes");
    return minutes != null
        && !clock
            .instant()
            .isBefore(message.createdAt().plus(Duration.ofMinutes(Long.parseLong(minutes))));
  }

  private SendOutcome handOver(StoredMessage message, Map<String, String> facts) {
    Instant now = clock.instant();
    if (!ownTransaction.call(() -> messages.take(message.id(), now, now.minus(ABANDONED)))) {
      return find(message.id())
          .outcome()
          .orElseThrow(() -> new TemporarySendFailure("Being sent elsewhere", null));
    }
    Sender sender = senders.get(message.channel());
    SendResult result;
    try {
      result = sender.send(texts.write(message, facts));
    } catch (RuntimeException fault) {
      ownTransaction.run(() -> messages.giveBack(message.id(), clock.instant()));
      throw fault;
    }
    return result.accepted()
        ? accepted(message, sender.provider(), result.providerId())
        : refused(message, result.refusal());
  }

  private SendOutcome accepted(StoredMessage message, String provider, String providerId) {
    ownTransaction.run(
        () -> messages.close(message.id(), MessageState.ACCEPTED, null, clock.instant()));
    // Apart, so that a provider that repeats its ids costs receipts and not a second sending.
    ownTransaction.runUnlessDuplicate(
        () -> messages.setProviderId(message.id(), provider, providerId));
    ownTransaction.run(() -> receipts.applyEarly(message, provider, providerId));
    return find(message.id()).outcome().orElseThrow();
  }

  private SendOutcome refused(StoredMessage message, String cause) {
    ownTransaction.run(
        () -> messages.close(message.id(), MessageState.REFUSED, cause, clock.instant()));
    if (OPTED_OUT.equals(cause)) {
      optOuts.note(message.channel(), message.targetHash());
    }
    return SendOutcome.REFUSED;
  }

  private SendOutcome close(
      StoredMessage message, MessageState state, String cause, SendOutcome outcome) {
    ownTransaction.run(() -> messages.closeUnsent(message.id(), state, cause, clock.instant()));
    return outcome;
  }
}
