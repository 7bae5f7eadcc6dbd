package dev.latchkey.help;

import dev.latchkey.language.Words;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a topic that is searched, in plain form.
 *
 * @param phrases as written
 * @param words of the phrases; what stands between spaces, where a language has them
 */
record SearchField(List<String> phrases, List<String> words) {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final double INSIDE = 0.5;
  private static final double STEM = 0.6;
  private static final int SHORTEST_PART = 4;
  private static final int SHORTEST_STEM = 3;

  static SearchField of(Stream<String> texts) {
    List<String> phrases = texts.map(Words::plain).toList();
    return new SearchField(
        phrases, phrases.stream().flatMap(NO_WORD::splitAsStream).distinct().toList());
  }

  /** How well a word fits: 1 for the beginning of a word, less for its inside or its stem. */
  double match(String word) {
    if (Words.unspaced(word)) {
      return holds(word) ? 1 : 0;
    }
    if (words.stream().anyMatch(written -> written.startsWith(word))) {
      return 1;
    }
    if (words.stream().anyMatch(written -> isStem(written, word))) {
      return STEM;
    }
    return word.length() >= SHORTEST_PART && holds(word) ? INSIDE : 0;
  }

  /** Whether one of the phrases holds these characters. */
  boolean holds(String characters) {
    return phrases.stream().anyMatch(phrase -> phrase.contains(characters));
  }

  /** Whether one of the phrases is this and nothing more. */
  boolean has(String phrase) {
    return phrases.contains(phrase);
  }

  /** Length of the longest phrase that is part of the query, in whole words; 0 if none is. */
  int longestIn(String query) {
    return phrases.stream()
        .filter(phrase -> isPart(phrase, query))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private static boolean isPart(String phrase, String query) {
    return Words.unspaced(phrase)
        ? query.contains(phrase)
        : (" " + query + " ").contains(" " + phrase + " ");
  }

  /** Endings differ: "messages" finds "message", "फोनवर" finds "फोन". */
  private static boolean isStem(String written, String word) {
    return written.length() >= SHORTEST_STEM
        && 2 * written.length() >= word.length()
        && word.startsWith(written);
  }
}
