package dev.latchkey.messaging;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What somebody who sends a text message to the service wants. The English words are those that
 * carriers ask for (CTIA, with those that US rules added in 2025) and that Twilio heeds by itself.
 */
public enum Keyword {
  /** To get text messages, again or for the first time. */
  OPT_IN("opt-in"),
  /** To get none any more. */
  OPT_OUT("opt-out"),
  /** To know what this number is. */
  HELP("help"),
  /** Anything else. */
  OTHER("other");

  private static final int LONGEST = 100;
  private static final String NEITHER_LETTER_NOR_DIGIT = "[^\\p{L}\\p{M}\\p{N}]+";
  private static final Map<String, Keyword> MEANINGS = new HashMap<>();

  static {
    means(OPT_IN, "start", "go", "yes", "unstop", "開始", "再開", "スタート", "सुरू", "सुरु", "सुरू करा");
    means(
        OPT_OUT,
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
        "बंद करा");
    means(HELP, "help", "info", "ヘルプ", "मदत", "माहिती");
  }

  private final String key;

  Keyword(String key) {
    this.key = key;
  }

  private static void means(Keyword keyword, String... words) {
    Arrays.stream(words).forEach(word -> MEANINGS.put(bare(word), keyword));
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
    return MEANINGS.getOrDefault(bare(text), OTHER);
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
