package dev.latchkey.messaging;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What providers report about messages they took: late, twice, out of order, or never. */
@Component
public class Receipts {
  private final MessageTable messages;
  private final EarlyReceipts early;
  private final OptOuts optOuts;
  private final ObjectProvider<ReceiptListener> listeners;
  private final Clock clock;

  Receipts(
      MessageTable messages,
      EarlyReceipts early,
      OptOuts optOuts,
      ObjectProvider<ReceiptListener> listeners,
      Clock clock) {
    this.messages = messages;
    this.early = early;
    this.optOuts = optOuts;
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Stores a report once. A replay, and whatever follows a final report, has no effect. A report
   * that overtakes the provider's own answer is kept until that answer is stored. Joins the
   * caller's transaction, or makes one; listeners are called within it.
   *
   * @param provider as {@link Sender#provider()} says
   * @param cause stable cause of an undelivered message, or null
   */
  @Transactional
  public void record(String provider, String providerId, DeliveryStatus status, String cause) {
    if (apply(provider, providerId, status, cause)) {
      return;
    }
    early.keep(provider, providerId, status, cause);
    // The answer may have been stored between the look and the keeping.
    if (apply(provider, providerId, status, cause)) {
      early.forget(provider, providerId);
    }
  }

  private boolean apply(String provider, String providerId, DeliveryStatus status, String cause) {
    return messages
        .findByProviderId(provider, providerId)
        .map(
            message -> {
              if (store(message, status, cause) && status == DeliveryStatus.UNDELIVERED) {
                listeners.forEach(
                    listener -> listener.undelivered(message.caseId(), message.codeIssueId()));
              }
              return message;
            })
        .isPresent();
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
    if (stored && OptOuts.CAUSE.equals(cause)) {
      optOuts.note(message.channel(), message.targetHash());
    }
    return stored;
  }
}
