package dev.latchkey.messaging;

import dev.latchkey.messaging.Sender.SendResult;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Hands one message to its provider. The row is taken, the provider called, the answer stored: each
 * step in a short transaction of its own, so that no lock is held while a provider thinks. An
 * answer that the database could not take is kept, and stored as soon as it can, in place of a
 * second call.
 */
@Component
class HandOver {
  private static final Logger LOG = LoggerFactory.getLogger(HandOver.class);

  private final MessageTable messages;
  private final OptOuts optOuts;
  private final Receipts receipts;
  private final MessageTexts texts;
  private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);
  private final Pace pace;
  private final UnstoredAnswers answers = new UnstoredAnswers();
  private final OwnTransaction ownTransaction;
  private final Clock clock;

  HandOver(
      MessageTable messages,
      OptOuts optOuts,
      Receipts receipts,
      MessageTexts texts,
      List<Sender> senders,
      Pace pace,
      OwnTransaction ownTransaction,
      Clock clock) {
    this.messages = messages;
    this.optOuts = optOuts;
    this.receipts = receipts;
    this.texts = texts;
    this.pace = pace;
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

  SendOutcome send(StoredMessage message, Map<String, String> facts) {
    long begun = pace.begin();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Sender sender = senders.get(message.channel());
    Instant abandonedBefore = now.minus(sender.longestTime());
    SendResult result = answers.unstored(message.id());
    if (result == null
        && !ownTransaction.call(() -> messages.take(message.id(), now, abandonedBefore))) {
      return storedOutcome(message);
    }
    try {
      if (result == null) {
        pace.heed(message.channel());
        result = sender.send(texts.write(message, facts));
      }
    } catch (RecipientDeferred deferred) {
      // Tells nothing of the channel, only of one address
      ownTransaction.run(() -> messages.putBack(message.id(), now, clock.instant()));
      throw deferred;
    } catch (RuntimeException fault) {
      pace.failed(message.channel(), fault);
      ownTransaction.run(() -> messages.giveBack(message.id(), now, clock.instant()));
      throw fault;
    }
    SendOutcome outcome = store(message, result);
    pace.answered(message.channel(), result.accepted(), begun);
    return outcome;
  }

  private SendOutcome store(StoredMessage message, SendResult result) {
    answers.keep(message, result);
    String provider = senders.get(message.channel()).provider();
    SendOutcome outcome =
        result.accepted()
            ? accepted(message, provider, result.providerId())
            : refused(message, result.refusal());
    answers.stored(message.id());
    return outcome;
  }

  /**
   * Another node, which does not know the answer, would send again; and if the recovery ended
   * meanwhile, nobody asks any more. Storing twice what is just being stored changes nothing.
   */
  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
  void storeWhatIsLeft() {
    try {
      answers.all().forEach(unstored -> store(unstored.message(), unstored.answer()));
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("The database cannot take providers' answers yet", away);
    }
  }

  private SendOutcome storedOutcome(StoredMessage message) {
    return ownTransaction
        .call(() -> messages.find(message.id()))
        .flatMap(StoredMessage::outcome)
        .orElseThrow(() -> new TemporarySendFailure("Being sent elsewhere", null));
  }

  private SendOutcome accepted(StoredMessage message, String provider, String providerId) {
    try {
      ownTransaction.run(
          () -> messages.closeAccepted(message.id(), provider, providerId, clock.instant()));
    } catch (DuplicateKeyException repeated) {
      // A provider that repeats its ids costs receipts and not a second sending.
      ownTransaction.run(
          () -> messages.close(message.id(), MessageState.ACCEPTED, null, clock.instant()));
    }
    // Only now: a report that came meanwhile found no message, and was kept before we look.
    return receipts.cameEarly(provider, providerId)
        ? appliedEarly(message, provider, providerId)
        : SendOutcome.ACCEPTED;
  }

  private SendOutcome appliedEarly(StoredMessage message, String provider, String providerId) {
    ownTransaction.run(() -> receipts.applyEarly(message, provider, providerId));
    return storedOutcome(message);
  }

  private SendOutcome refused(StoredMessage message, String cause) {
    ownTransaction.run(
        () -> messages.close(message.id(), MessageState.REFUSED, cause, clock.instant()));
    if (OptOuts.CAUSE.equals(cause)) {
      optOuts.note(message.channel(), message.targetHash());
    }
    return SendOutcome.REFUSED;
  }
}
