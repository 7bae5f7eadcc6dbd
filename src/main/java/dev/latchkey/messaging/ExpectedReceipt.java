package dev.latchkey.messaging;

import java.time.Duration;

/**
 * The final report that a message is expected to get from its provider.
 *
 * @param status null if the provider will report nothing
 * @param cause stable cause of an undelivered message, or null
 * @param after time from the acceptance to the report
 * @param certain whether the provider gives every message this report at present, so that it says
 *     nothing what other messages got before
 */
public record ExpectedReceipt(
    DeliveryStatus status, String cause, Duration after, boolean certain) {

  /** What a provider that reports nothing gives. */
  public static final ExpectedReceipt NONE = new ExpectedReceipt(null, null, Duration.ZERO, false);

  /** Delivered, about so long after the acceptance. */
  public static ExpectedReceipt delivered(Duration after) {
    return new ExpectedReceipt(DeliveryStatus.DELIVERED, null, after, false);
  }

  /** The same, so long after the acceptance. */
  ExpectedReceipt comingAfter(Duration time) {
    return new ExpectedReceipt(status, cause, time, certain);
  }
}
