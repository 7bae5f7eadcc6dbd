package dev.latchkey.messaging;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is reported about messages that were taken: late, twice, out of order, or never. */
@Component
public class Receipts {
  private final MessageTable messages;
  private final EarlyReceipts early;
  private final OptOuts optOuts;
  private final ObjectProvider<ReceiptListener> listeners;
  private final OwnTransaction ownTransaction;
  private final Clock clock;

  Receipts(
      MessageTable messages,
      EarlyReceipts early,
      OptOuts optOuts,
      ObjectProvider<ReceiptListener> listeners,
      OwnTransaction ownTransaction,
      Clock clock) {
    this.messages = messages;
    this.early = early;
    this.optOuts = optOuts;
    this.listeners = listeners;
    this.ownTransaction = ownTransaction;
    this.clock = clock;
  }

  /**
   * Stores a report once. A replay, and whatever follows a final report, has no effect. A report
   * that overtakes the provider's own answer is kept until that answer is stored. Committed when
   * this returns, with what listeners did; when the process moved at the same moment, all of it is
   * done again, because providers report only once.
   *
   * @param provider as {@link Sender#provider()} says
   * @param cause stable cause of an undelivered message, or null
   */
  public void record(String provider, String providerId, DeliveryStatus status, String cause) {
    ownTransaction.runUntilAlone(
        () -> {
          if (apply(provider, providerId, status, cause)) {
            return;
          }
          early.keep(provider, providerId, status, cause);
          // The answer may have been stored between the look and the keeping.
          if (apply(provider, providerId, status, cause)) {
            early.forget(provider, providerId);
          }
        });
  }

  /** As {@link #record}, for one of our own messages; joins the caller's transaction. */
  void recordOf(String messageId, DeliveryStatus status, String cause) {
    messages.find(messageId).ifPresent(message -> apply(message, status, cause));
  }

  private boolean apply(String provider, String providerId, DeliveryStatus status, String cause) {
    return messages
        .findByProviderId(provider, providerId)
        .map(
            message -> {
              apply(message, status, cause);
              return message;
            })
        .isPresent();
  }

  private void apply(StoredMessage message, DeliveryStatus status, String cause) {
    if (store(message, status, cause) && status == DeliveryStatus.UNDELIVERED) {
      listeners.forEach(listener -> listener.undelivered(message.caseId(), message.codeIssueId()));
    }
  }

  /** Whether anything overtook the provider's answer. */
  boolean cameEarly(String provider, String providerId) {
    return !early.of(provider, providerId).isEmpty();
  }

  /**
   * Stores what overtook the provider's answer. No listener is told: the sender of the message is
   * still at work and learns it from the message itself.
   */
  void applyEarly(StoredMessage message, String provider, String providerId) {
    early.of(provider, providerId).forEach(kept -> store(message, kept.status(), kept.cause()));
    early.forget(provider, providerId);
  }

  private boolean store(StoredMessage message, DeliveryStatus status, String cause) {
    boolean stored = messages.setReceipt(message.id(), status, cause, clock.instant());
    if (stored && message.target() != null && OptOuts.CAUSE.equals(cause)) {
      optOuts.note(message.channel(), message.targetHash());
    }
    return stored;
  }
}
