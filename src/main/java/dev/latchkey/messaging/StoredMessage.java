package dev.latchkey.messaging;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the table {@code message}, as far as sending and receipts need it.
 *
 * @param turnAt when the provider is to be called for it, or null if it never had to wait
 */
record StoredMessage(
    String id,
    String caseId,
    String codeIssueId,
    Purpose purpose,
    Channel channel,
    String target,
    String targetHash,
    Locale locale,
    MessageState state,
    DeliveryStatus receipt,
    Instant createdAt,
    Instant turnAt) {

  /** What became of the sending; empty while it is still to be done. */
  Optional<SendOutcome> outcome() {
    return switch (state) {
      case INTENDED, SENDING -> Optional.empty();
      case ACCEPTED -> Optional.of(reportedLost() ? SendOutcome.REFUSED : SendOutcome.ACCEPTED);
      case REFUSED -> Optional.of(SendOutcome.REFUSED);
      case SUPPRESSED -> Optional.of(reportedLost() ? SendOutcome.REFUSED : SendOutcome.SUPPRESSED);
      case EXPIRED -> Optional.of(SendOutcome.EXPIRED);
    };
  }

  private boolean reportedLost() {
    return receipt == DeliveryStatus.UNDELIVERED;
  }
}
