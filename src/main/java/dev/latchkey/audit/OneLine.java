package dev.latchkey.audit;

/**
 * Writes any text as one harmless line (T22): what would begin a line, reorder it, hide in it or
 * cannot be stored is written as {@code \}{@code u{hex}}, a backslash as two, so that nothing can
 * pretend to be such a code. What is too long ends with an ellipsis.
 */
final class OneLine {
  private OneLine() {}

  /**
   * The line.
   *
   * @param text any text; null stays null
   * @param longest most UTF-16 units of the result
   */
  static String of(String text, int longest) {
    if (text == null) {
      return null;
    }
    StringBuilder line = new StringBuilder(Math.min(text.length(), longest));
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      String piece = piece(text.codePointAt(at));
      boolean last = at + Character.charCount(text.codePointAt(at)) == text.length();
      if (line.length() + piece.length() > (last ? longest : longest - 1)) {
        return line.append('…').toString();
      }
      line.append(piece);
    }
    return line.toString();
  }

  private static String piece(int character) {
    if (character == '\\') {
      return "\\\\";
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          "\\u{" + Integer.toHexString(character) + "}";
      default -> Character.toString(character);
    };
  }
}
