package dev.latchkey.messaging.twilio;

import java.util.Map;

/** Twilio's error codes in our words. */
final class TwilioCauses {
  private static final String UNKNOWN = "provider-refused";
  private static final Map<Integer, String> CAUSES =
      Map.ofEntries(
          Map.entry(21211, "invalid-number"),
          Map.entry(21217, "invalid-number"),
          Map.entry(21614, "invalid-number"),
          Map.entry(21408, "region-not-allowed"),
          Map.entry(21610, "opted-out"),
          Map.entry(30003, "unreachable"),
          Map.entry(30004, "blocked"),
          Map.entry(30005, "unknown-number"),
          Map.entry(30006, "no-mobile-number"),
          Map.entry(30007, "filtered"),
          Map.entry(30008, "carrier-failure"));

  private TwilioCauses() {}

  /** The cause for an error code; null and unknown codes have one as well. */
  static String of(Integer code) {
    return code == null ? UNKNOWN : CAUSES.getOrDefault(code, UNKNOWN);
  }

  /** As {@link #of(Integer)}, for a code as a callback writes it. */
  static String of(String code) {
    try {
      return of(Integer.valueOf(code));
    } catch (NumberFormatException none) {
      return UNKNOWN;
    }
  }
}
