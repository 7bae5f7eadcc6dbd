package dev.latchkey.help;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;

/**
 * Reads topics out of the texts {@code help*.properties}. Where a text names a button or a page, it
 * holds that one's key in square brackets: what people read here is what they find there, in each
 * language and after each change.
 */
class HelpTexts {
  static final Pattern REFERENCE = Pattern.compile("\\[([a-z][a-zA-Z0-9.-]*)]");
  private static final Pattern BETWEEN_KEYWORDS = Pattern.compile("\\s*[,、]\\s*");

  private final MessageSource messages;

  HelpTexts(MessageSource messages) {
    this.messages = messages;
  }

  /** The topic in this language; in English as far as there is no text in it. */
  HelpArticle article(HelpTopic topic, Locale locale) {
    String key = "help." + topic.key();
    return new HelpArticle(
        topic,
        text(key + ".title", locale),
        text(key + ".what", locale),
        steps(key, locale),
        text(key + ".else", locale),
        BETWEEN_KEYWORDS.splitAsStream(text(key + ".keywords", locale)).toList());
  }

  private List<String> steps(String key, Locale locale) {
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> messages.getMessage(key + ".step." + number, null, null, locale))
        .takeWhile(Objects::nonNull)
        .map(step -> resolved(step, locale))
        .toList();
  }

  /** The text of this key, with the names that it refers to. */
  String text(String key, Locale locale) {
    return resolved(messages.getMessage(key, null, locale), locale);
  }

  private String resolved(String text, Locale locale) {
    return REFERENCE
        .matcher(text)
        .replaceAll(
            named -> Matcher.quoteReplacement(messages.getMessage(named.group(1), null, locale)));
  }
}
