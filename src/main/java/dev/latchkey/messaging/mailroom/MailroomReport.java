package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.ExpectedReceipt;
import java.time.Duration;
import java.util.Locale;

/** What the mailroom can report of a message, with the causes that real providers name. */
enum MailroomReport {
  DELIVERED,
  NONE,
  UNKNOWN_NUMBER(Channel.TEXT_MESSAGE),
  UNREACHABLE(Channel.TEXT_MESSAGE),
  BLOCKED,
  CARRIER_FAILURE(Channel.TEXT_MESSAGE),
  UNKNOWN_ADDRESS(Channel.EMAIL),
  MAILBOX_FULL(Channel.EMAIL),
  /** Nothing is even taken. */
  OUT_OF_ORDER;

  private static final Duration AFTER = Duration.ofSeconds(2);

  private final Channel only;

  MailroomReport() {
    this(null);
  }

  MailroomReport(Channel only) {
    this.only = only;
  }

  /** Whether messages of this channel can meet it. */
  boolean fits(Channel channel) {
    return only == null || only == channel;
  }

  /** As the senders tell it: certain, because it holds for every message alike. */
  ExpectedReceipt receipt() {
    return switch (this) {
      case NONE, OUT_OF_ORDER -> new ExpectedReceipt(null, null, AFTER, true);
      case DELIVERED -> new ExpectedReceipt(DeliveryStatus.DELIVERED, null, AFTER, true);
      default -> new ExpectedReceipt(DeliveryStatus.UNDELIVERED, cause(), AFTER, true);
    };
  }

  private String cause() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
