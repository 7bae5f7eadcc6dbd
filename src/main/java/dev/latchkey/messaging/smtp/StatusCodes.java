package dev.latchkey.messaging.smtp;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Enhanced status codes of mail systems (RFC 3463) in our words. */
final class StatusCodes {
  private static final Pattern CODE = Pattern.compile("[245]\\.([0-9]{1,3})\\.([0-9]{1,3})");

  /** Of the recipient's server, which says nothing of ours. */
  private static final String OTHER = "recipient-refused";

  /** Subject and detail. */
  private static final Map<String, String> CAUSES =
      Map.ofEntries(
          Map.entry("1.1", "unknown-address"),
          Map.entry("1.2", "unknown-address"),
          Map.entry("1.3", "unknown-address"),
          Map.entry("1.6", "unknown-address"),
          Map.entry("1.10", "unknown-address"),
          Map.entry("2.1", "unknown-address"),
          Map.entry("2.2", "mailbox-full"));

  /** Subject alone, for all other details. */
  private static final Map<String, String> SUBJECTS = Map.of("4", "unreachable", "7", "blocked");

  private StatusCodes() {}

  /** Stable cause of a failure; unknown codes have one as well. */
  static String cause(String status) {
    Matcher code = CODE.matcher(status);
    if (!code.matches()) {
      return OTHER;
    }
    String exact = CAUSES.get(code.group(1) + "." + code.group(2));
    return exact == null ? SUBJECTS.getOrDefault(code.group(1), OTHER) : exact;
  }
}
