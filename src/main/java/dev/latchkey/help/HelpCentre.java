package dev.latchkey.help;

import dev.latchkey.language.Languages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/**
 * What people can read about being locked out, by topic and by their own words. Holds nothing of
 * anybody: what it says depends on the language alone, and no search is kept.
 */
@Service
public class HelpCentre {
  /** Longest search that is looked at, in characters. */
  public static final int LONGEST_SEARCH = 200;

  private final HelpTexts texts;
  private final Map<Locale, HelpSearch> searches = new ConcurrentHashMap<>();

  HelpCentre(MessageSource messages) {
    this.texts = new HelpTexts(messages);
  }

  /** A part of the help centre with what lies in it. */
  public record Shelf(HelpCategory category, List<HelpArticle> articles) {}

  /** Everything there is, by category. */
  public List<Shelf> shelves(Locale locale) {
    List<HelpArticle> all = all(locale);
    return Arrays.stream(HelpCategory.values())
        .map(
            category ->
                new Shelf(
                    category,
                    all.stream().filter(one -> one.topic().category() == category).toList()))
        .toList();
  }

  /** The topic with this key, or empty. */
  public Optional<HelpArticle> article(String key, Locale locale) {
    return HelpTopics.find(key).map(topic -> texts.article(topic, locale));
  }

  /** What else fits a topic. */
  public List<HelpArticle> related(HelpTopic topic, Locale locale) {
    return topic.related().stream().flatMap(key -> article(key, locale).stream()).toList();
  }

  /** What a topic's button says. */
  public String button(HelpAction action, Locale locale) {
    return texts.text("help.action." + action.key(), locale);
  }

  /**
   * What fits these words, the best first; empty if nothing does.
   *
   * @param query as typed, at most {@link #LONGEST_SEARCH} characters
   */
  public List<HelpArticle> search(String query, Locale locale) {
    Locale language = Languages.closest(locale);
    return searches
        .computeIfAbsent(language, wanted -> new HelpSearch(all(wanted)))
        .find(query, language);
  }

  private List<HelpArticle> all(Locale locale) {
    return HelpTopics.all().stream().map(topic -> texts.article(topic, locale)).toList();
  }
}
