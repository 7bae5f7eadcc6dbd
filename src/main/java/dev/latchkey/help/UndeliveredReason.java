package dev.latchkey.help;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Why a code did not arrive, as people are told; providers distinguish more. */
public enum UndeliveredReason {
  UNKNOWN_NUMBER("unknown-number", "invalid-number", "no-mobile-number"),
  UNREACHABLE("unreachable"),
  BLOCKED("blocked", "opted-out"),
  CARRIER("carrier-failure", "filtered"),
  UNKNOWN_ADDRESS("unknown-address", "invalid-address"),
  MAILBOX_FULL("mailbox-full"),
  OTHER;

  private final Set<String> causes;

  UndeliveredReason(String... causes) {
    this.causes = Set.of(causes);
  }

  /**
   * The reason for a cause, never null.
   *
   * @param cause stable cause as messages have it, or null
   */
  static UndeliveredReason of(String cause) {
    return Arrays.stream(values())
        .filter(reason -> cause != null && reason.causes.contains(cause))
        .findFirst()
        .orElse(OTHER);
  }

  /** Part of text keys, and the word in the REST interface. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
