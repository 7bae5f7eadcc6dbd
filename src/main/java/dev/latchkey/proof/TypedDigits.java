package dev.latchkey.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Reads codes as people type them, and compares without telling how much was right. */
final class TypedDigits {
  private TypedDigits() {}

  /** The decimal digits of any script as ASCII; spaces and hyphens left out, the rest kept. */
  static String normalise(String typed) {
    StringBuilder digits = new StringBuilder();
    typed
        .codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
        .filter(c -> Character.getType(c) != Character.DASH_PUNCTUATION)
        .forEach(c -> append(digits, c));
    return digits.toString();
  }

  private static void append(StringBuilder digits, int codePoint) {
    int digit = Character.digit(codePoint, 10);
    if (digit >= 0) {
      digits.append(digit);
    } else {
      digits.appendCodePoint(codePoint);
    }
  }

  static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
