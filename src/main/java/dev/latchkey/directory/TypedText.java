package dev.latchkey.directory;

import java.util.regex.Pattern;

/** Reads what people type with the keyboards of several scripts. */
final class TypedText {
  private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
  private static final int FULL_WIDTH_FIRST = 0xFF01;
  private static final int FULL_WIDTH_LAST = 0xFF5E;
  private static final int FULL_WIDTH_OFFSET = 0xFEE0;
  private static final String MINUS_AND_LONG_VOWEL = "\u2212\u30FC\uFF70";

  private TypedText() {}

  /**
   * Full-width letters, digits and signs (as Japanese keyboards type them) become ASCII, blanks
   * become single spaces, and the ends are trimmed. No other character is replaced by a look-alike.
   */
  static String foldWidth(String typed) {
    StringBuilder folded = new StringBuilder();
    typed
        .codePoints()
        .map(c -> c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_OFFSET : c)
        .forEach(folded::appendCodePoint);
    return BLANKS.matcher(folded).replaceAll(" ").strip();
  }

  /** Decimal digits of any script become ASCII, and every kind of dash a hyphen. */
  static String foldDigitsAndDashes(String text) {
    StringBuilder folded = new StringBuilder();
    text.codePoints().forEach(c -> folded.appendCodePoint(foldDigitOrDash(c)));
    return folded.toString();
  }

  private static int foldDigitOrDash(int c) {
    if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
      return '0' + Character.digit(c, 10);
    }
    boolean dash =
        Character.getType(c) == Character.DASH_PUNCTUATION || MINUS_AND_LONG_VOWEL.indexOf(c) >= 0;
    return dash ? '-' : c;
  }
}
