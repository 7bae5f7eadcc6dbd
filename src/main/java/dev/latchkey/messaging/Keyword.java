package dev.latchkey.messaging;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What somebody who sends a text message to the service wants. The English words are those that
 * carriers ask for (CTIA, with those that US rules added in 2025) and that Twilio heeds by itself.
 */
public enum Keyword {
  /** To get text messages, again or for the first time. */
  OPT_IN("opt-in", "start", "go", "yes", "unstop", "開始", "再開", "スタート", "सुरू", "सुरु", "सुरू करा"),
  /** To get none any more. */
  OPT_OUT(
      "opt-out",
      "stop",
      "stop all",
      "unsubscribe",
      "cancel",
      "end",
      "quit",
      "opt out",
      "revoke",
      "停止",
      "配信停止",
      "ストップ",
      "थांबा",
      "थांबवा",
      "बंद",
      "बंद करा"),
  /** To know what this number is. */
  HELP("help", "help", "info", "ヘルプ", "मदत", "माहिती"),
  /** Anything else. */
  OTHER("other");

  private static final int LONGEST = 100;
  private static final String NEITHER_LETTER_NOR_DIGIT = "[^\\p{L}\\p{M}\\p{N}]+";

  private final String key;
  private final List<String> words;

  Keyword(String key, String... words) {
    this.key = key;
    this.words = Arrays.stream(words).map(Keyword::bare).toList();
  }

  /**
   * What a text means. Case, width, spaces and punctuation count for nothing, but the keyword has
   * to stand alone: "please don't stop" is none.
   *
   * @param text as it came; null counts as empty
   */
  public static Keyword of(String text) {
    if (text == null || text.length() > LONGEST) {
      return OTHER;
    }
    String bare = bare(text);
    return Arrays.stream(values())
        .filter(keyword -> keyword.words.contains(bare))
        .findFirst()
        .orElse(OTHER);
  }

  private static String bare(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return folded.replaceAll(NEITHER_LETTER_NOR_DIGIT, "").toUpperCase(Locale.ROOT);
  }

  /** Its word in the database and in the diagram. */
  public String key() {
    return key;
  }

  static Keyword ofKey(String key) {
    return Arrays.stream(values()).filter(k -> k.key.equals(key)).findFirst().orElseThrow();
  }
}
