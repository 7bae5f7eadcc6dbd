package dev.latchkey.messaging;

import dev.latchkey.Misconfigured;
import java.util.List;

/** The beginnings of the numbers that get text messages, as configured. */
final class NumberPrefixes {
  private final List<String> allowed;

  /**
   * @param configured with or without a plus sign; empty to allow all
   */
  NumberPrefixes(List<String> configured) {
    this.allowed = configured.stream().map(NumberPrefixes::international).toList();
  }

  private static String international(String configured) {
    String prefix = configured.strip().replaceFirst("^\\+", "");
    if (!prefix.matches("[1-9][0-9]{0,13}")) {
      throw new Misconfigured(
          "latchkey.messaging.limits.prefixes holds what no number begins with: " + configured,
          "Write country code and further digits, such as +81 or +9198");
    }
    return "+" + prefix;
  }

  /** Whether text messages may go to this number, in E.164 form. */
  boolean allow(String number) {
    return allowed.isEmpty() || allowed.stream().anyMatch(number::startsWith);
  }
}
