package dev.latchkey.help;

import java.util.Locale;

/** Why a code did not arrive, as people are told; providers distinguish more. */
public enum UndeliveredReason {
  UNKNOWN_NUMBER,
  UNREACHABLE,
  BLOCKED,
  CARRIER,
  UNKNOWN_ADDRESS,
  MAILBOX_FULL,
  OTHER;

  /**
   * The reason for a cause, never null.
   *
   * @param cause stable cause as messages have it, or null
   */
  static UndeliveredReason of(String cause) {
    if (cause == null) {
      return OTHER;
    }
    return switch (cause) {
      case "unknown-number", "invalid-number", "no-mobile-number" -> UNKNOWN_NUMBER;
      case "unreachable" -> UNREACHABLE;
      case "blocked", "opted-out" -> BLOCKED;
      case "carrier-failure", "filtered" -> CARRIER;
      case "unknown-address", "invalid-address" -> UNKNOWN_ADDRESS;
      case "mailbox-full" -> MAILBOX_FULL;
      default -> OTHER;
    };
  }

  /** Part of text keys, and the word in the REST interface. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
