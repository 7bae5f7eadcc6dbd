package dev.latchkey.messaging.twilio;

import java.util.Map;

/** Twilio's error codes (Messaging, 21xxx and 30xxx) in our words. */
final class TwilioCauses {
  private static final String UNKNOWN = "provider-refused";
  private static final Map<Integer, String> CAUSES =
      Map.ofEntries(
          // The number
          Map.entry(21211, "invalid-number"),
          Map.entry(21217, "invalid-number"),
          Map.entry(21614, "invalid-number"),
          Map.entry(30005, "unknown-number"),
          Map.entry(30006, "no-mobile-number"),
          // The phone and its holder
          Map.entry(21610, "opted-out"),
          Map.entry(30003, "unreachable"),
          Map.entry(30004, "blocked"),
          Map.entry(30036, "unreachable"),
          // The carrier
          Map.entry(30007, "filtered"),
          Map.entry(30008, "carrier-failure"),
          Map.entry(30009, "carrier-failure"),
          Map.entry(30017, "carrier-failure"),
          Map.entry(30410, "carrier-failure"),
          // Our account there, or the rules of a country
          Map.entry(21408, "region-not-allowed"),
          Map.entry(21612, "region-not-allowed"),
          Map.entry(30001, "provider-overloaded"),
          Map.entry(30002, "provider-account"),
          Map.entry(30010, "price-limit"),
          Map.entry(30018, "sender-not-registered"),
          Map.entry(30022, "provider-overloaded"),
          Map.entry(30023, "provider-overloaded"),
          Map.entry(30024, "sender-not-registered"),
          Map.entry(30032, "sender-not-registered"),
          Map.entry(30033, "sender-not-registered"),
          Map.entry(30034, "sender-not-registered"),
          Map.entry(30035, "sender-not-registered"),
          Map.entry(30450, "pumping-suspected"));

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
