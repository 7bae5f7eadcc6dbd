package dev.latchkey.help;

import dev.latchkey.language.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds topics by people's own words. A title counts more than a keyword, a keyword more than the
 * text, and a word the more the fewer topics hold it; so sentences work as well as single words,
 * without lists of words to leave out.
 */
final class HelpSearch {
  private static final double TITLE = 4;
  private static final double KEYWORDS = 2.5;
  private static final double TEXT = 1;

  /** For each word, if all that was typed is part of a title or a keyword of the topic. */
  private static final double WHOLE_QUERY = 3;

  /** What scores less than this share of the best is not shown. */
  private static final double WORTH_SHOWING = 0.3;

  private static final int MOST_SHOWN = 8;

  private final List<Entry> entries;

  HelpSearch(List<HelpArticle> articles) {
    this.entries = articles.stream().map(Entry::of).toList();
  }

  private record Entry(
      HelpArticle article, SearchField title, SearchField keywords, SearchField text) {

    static Entry of(HelpArticle article) {
      Stream<String> text =
          Stream.concat(Stream.of(article.what(), article.otherwise()), article.steps().stream());
      return new Entry(
          article,
          SearchField.of(Stream.of(article.title())),
          SearchField.of(article.keywords().stream()),
          SearchField.of(text));
    }

    double match(String word) {
      return TITLE * title.match(word) + KEYWORDS * keywords.match(word) + TEXT * text.match(word);
    }

    /** How much of what was typed stands in the title or a keyword at one go: 1 is all of it. */
    double inOnePiece(String query) {
      if (title.has(query)) {
        return 2;
      }
      return title.holds(query) ? 1 : keywords.longestIn(query) / (double) query.length();
    }
  }

  /** What fits, the best first; the order of the topics decides between equals. */
  List<HelpArticle> find(String query, Locale locale) {
    String plain = Words.plain(query).strip();
    List<String> words = Words.of(plain, locale);
    double[] scores = scores(plain, words);
    double best = Arrays.stream(scores).max().orElse(0);
    return IntStream.range(0, scores.length)
        .filter(entry -> scores[entry] > 0 && scores[entry] >= WORTH_SHOWING * best)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer entry) -> scores[entry]).reversed())
        .limit(MOST_SHOWN)
        .map(entry -> entries.get(entry).article())
        .toList();
  }

  private double[] scores(String query, List<String> words) {
    double whole = WHOLE_QUERY * words.size();
    double[] scores =
        entries.stream()
            .mapToDouble(entry -> words.isEmpty() ? 0 : whole * entry.inOnePiece(query))
            .toArray();
    for (String word : words) {
      double[] matches = entries.stream().mapToDouble(entry -> entry.match(word)).toArray();
      double rarity = rarity(matches);
      Arrays.setAll(scores, entry -> scores[entry] + rarity * matches[entry]);
    }
    return scores;
  }

  /** Near 0 for a word that all topics hold. */
  private static double rarity(double[] matches) {
    long holding = Arrays.stream(matches).filter(match -> match > 0).count();
    return holding == 0 ? 0 : Math.log((matches.length + 1.0) / holding);
  }
}
