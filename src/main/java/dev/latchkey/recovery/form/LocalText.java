package dev.latchkey.recovery.form;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A text of an analyst. It is in English unless told otherwise, because that is what people read
 * whose language has no text of its own.
 *
 * @param text for everybody else; may be empty
 * @param others by language, such as {@code ja}
 */
public record LocalText(String text, Map<String, String> others) {
  private static final String NEXT = "\n";
  private static final String IS = "=";

  public LocalText {
    others = Map.copyOf(others);
  }

  /** In the reader's language, else in English. */
  public Said in(Locale reader) {
    String own = others.get(reader.getLanguage());
    if (own != null) {
      return new Said(own, null);
    }
    boolean strange = !reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
    return new Said(text, strange && !text.isEmpty() ? Locale.ENGLISH.getLanguage() : null);
  }

  /**
   * What is shown.
   *
   * @param lang language of the text where it is not the reader's, else null
   */
  public record Said(String text, String lang) {}

  /** As one string, to be stored; line ends become spaces. */
  public String stored() {
    return new TreeMap<>(others)
        .entrySet().stream()
            .map(other -> NEXT + other.getKey() + IS + line(other.getValue()))
            .collect(Collectors.joining("", line(text), ""));
  }

  /** What {@link #stored} made. */
  public static LocalText ofStored(String stored) {
    String[] lines = stored.split(NEXT, -1);
    Map<String, String> others = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] parts = lines[i].split(IS, 2);
      others.put(parts[0], parts[1]);
    }
    return new LocalText(lines[0], others);
  }

  private static String line(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
