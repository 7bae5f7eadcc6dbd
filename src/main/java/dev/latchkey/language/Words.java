package dev.latchkey.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes typed and written text comparable, in scripts with and without spaces between words. */
public final class Words {
  private Words() {}

  /** Without differences of case and width, and without what cannot be seen (NFKC, casefold). */
  public static String plain(String text) {
    return Normalizer2.getNFKCCasefoldInstance().normalize(text);
  }

  /** The words of a plain text that say something, each once. Japanese is cut by dictionary. */
  public static List<String> of(String plain, Locale locale) {
    BreakIterator breaks = BreakIterator.getWordInstance(locale);
    breaks.setText(plain);
    List<String> words = new ArrayList<>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String word = plain.substring(start, end);
      if (breaks.getRuleStatus() >= BreakIterator.WORD_NONE_LIMIT && says(word)) {
        words.add(word);
      }
    }
    return words.stream().distinct().toList();
  }

  /** Whether words of this script follow each other without spaces. */
  public static boolean unspaced(String word) {
    return word.codePoints().anyMatch(Words::isJapanese);
  }

  /** Single letters are particles or endings; a single ideograph is a word. */
  private static boolean says(String word) {
    return word.codePointCount(0, word.length()) > 1
        || UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.HAN;
  }

  private static boolean isJapanese(int character) {
    return switch (UnicodeScript.of(character)) {
      case HAN, HIRAGANA, KATAKANA -> true;
      default -> false;
    };
  }
}
