package dev.latchkey.language;

import java.util.List;
import java.util.Locale;

/**
 * The languages that people are spoken to in. One more file of each kind of text, one more here.
 */
public final class Languages {
  private static final List<Locale> ALL =
      List.of(Locale.ENGLISH, Locale.JAPANESE, Locale.forLanguageTag("mr"));

  private Languages() {}

  /** All of them; the first is the one for everybody else. */
  public static List<Locale> all() {
    return ALL;
  }

  /** The language that fits best, never null. */
  public static Locale closest(Locale wanted) {
    return closest(List.of(wanted));
  }

  /**
   * The language that fits best, never null.
   *
   * @param wanted the best liked first
   */
  public static Locale closest(List<Locale> wanted) {
    return wanted.stream()
        .filter(locale -> !locale.getLanguage().isEmpty())
        .map(locale -> Locale.forLanguageTag(locale.getLanguage()))
        .filter(ALL::contains)
        .findFirst()
        .orElse(ALL.get(0));
  }
}
