package dev.latchkey.help;

import dev.latchkey.language.IcuMessages;
import dev.latchkey.language.Languages;
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
import org.springframework.context.MessageSource;

/** The texts of the help centre, as they stand in the files and as the application reads them. */
final class HelpBundles {
  static final Locale MARATHI = Locale.forLanguageTag("mr");
  static final List<Locale> LANGUAGES = Languages.all();

  private static final List<String> PAGES = List.of("messages", "advice", "status", "help");

  private HelpBundles() {}

  /** All texts of one language, and of no other. */
  static Map<String, String> of(Locale locale) {
    String language = locale.equals(Locale.ENGLISH) ? "" : "_" + locale.getLanguage();
    return read("help" + language);
  }

  /** The English texts of all pages, these among them. */
  static Map<String, String> pages() {
    Map<String, String> texts = new TreeMap<>();
    PAGES.forEach(name -> texts.putAll(read(name)));
    return texts;
  }

  static MessageSource source() {
    return new IcuMessages(PAGES.toArray(String[]::new));
  }

  private static Map<String, String> read(String name) {
    Properties texts = new Properties();
    Path file = Path.of("src/main/resources", name + ".properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      texts.load(reader);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
    Map<String, String> sorted = new TreeMap<>();
    texts.stringPropertyNames().forEach(key -> sorted.put(key, texts.getProperty(key)));
    return sorted;
  }
}
