package dev.latchkey.language;

/** What people type in many words, made fit to be shown to others. */
public final class PlainText {
  private PlainText() {}

  /**
   * Without control and direction characters, which could disguise a text; lines stay. Null becomes
   * empty.
   */
  public static String of(String typed) {
    return typed == null
        ? ""
        : typed
            .replaceAll(
                "[\\p{Cntrl}&&[^\\n\\t]]|[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
            .strip();
  }
}
