package dev.latchkey.language;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of texts, as they stand in the sources. */
public final class TextFiles {
  /** The folder that they lie in. */
  public static final Path RESOURCES = Path.of("src/main/resources");

  private static final List<String> OF_PAGES = List.of("messages", "advice", "status", "help");
  private static final String OF_MESSAGES = "messages/outgoing";

  private TextFiles() {}

  /** Names, without language and ending, of all files that there are. */
  public static List<String> all() {
    return Stream.concat(OF_PAGES.stream(), Stream.of(OF_MESSAGES))
        .filter(name -> Files.exists(path(name, Locale.ENGLISH)))
        .toList();
  }

  /** All texts of the pages in a language, by key. */
  public static Map<String, String> ofPages(Locale language) {
    Map<String, String> texts = new TreeMap<>();
    all().stream().filter(OF_PAGES::contains).forEach(name -> texts.putAll(read(name, language)));
    return texts;
  }

  /**
   * The texts of one file by key.
   *
   * @throws IllegalStateException when a key is there twice
   */
  public static Map<String, String> read(String name, Locale language) {
    Path file = path(name, language);
    Map<String, String> texts = new TreeMap<>();
    try (Reader reader = Files.newBufferedReader(file)) {
      new Properties() {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Object put(Object key, Object text) {
          if (texts.put((String) key, (String) text) != null) {
            throw new IllegalStateException(key + " is twice in " + file);
          }
          return super.put(key, text);
        }
      }.load(reader);
      return texts;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Path path(String name, Locale language) {
    String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
    return RESOURCES.resolve(name + suffix + ".properties");
  }
}
