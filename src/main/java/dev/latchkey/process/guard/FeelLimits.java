package dev.latchkey.process.guard;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What FEEL may not hold, because nothing would end it: it has no limit of time of its own, neither
 * here nor while a person waits for the answer. Loops, functions and patterns of one's own are not
 * needed in a table: a row says it. Looked for in the text, before anything reads or runs it.
 */
final class FeelLimits {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 12;
  private static final Pattern WORD = Pattern.compile("[\\p{L}_]\\w*");
  private static final Set<String> LOOPS =
      Set.of("for", "some", "every", "return", "satisfies", "function", "external");

  /** A pattern can take for ever on a text that somebody chose. */
  private static final Set<String> PATTERNS = Set.of("matches", "replace", "split", "extract");

  private FeelLimits() {}

  /** What of a cell could run for ever, or empty. */
  static Optional<String> problem(String text) {
    Optional<String> endless = problemInForm(text);
    String code = withoutTexts(text);
    if (endless.isPresent()) {
      return endless;
    } else if (code.contains("**")) {
      return Optional.of("holds a power (**)");
    } else if (code.contains("{")) {
      return Optional.of("holds a context ({...})");
    }
    return Optional.empty();
  }

  /** The same for an expression of a form, where lists of choices are contexts. */
  static Optional<String> problemInForm(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("is longer than " + LONGEST + " characters");
    }
    String code = withoutTexts(text);
    if (code.contains("//") || code.contains("/*")) {
      return Optional.of("holds a comment");
    }
    if (depth(code) > DEEPEST) {
      return Optional.of("is nested deeper than " + DEEPEST + " brackets");
    }
    return WORD.matcher(code)
        .results()
        .map(MatchResult::group)
        .filter(word -> LOOPS.contains(word) || PATTERNS.contains(word))
        .findFirst()
        .map(word -> "holds " + word + ", which can run for ever");
  }

  /** The same with empty texts. A text that does not end hides nothing: it is no FEEL. */
  private static String withoutTexts(String text) {
    StringBuilder code = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (quoted && next == '\\') {
        i++;
      } else if (next == '"') {
        quoted = !quoted;
        code.append(next);
      } else if (!quoted) {
        code.append(next);
      }
    }
    return code.toString();
  }

  private static int depth(String code) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < code.length(); i++) {
      char next = code.charAt(i);
      if ("([{".indexOf(next) >= 0) {
        deepest = Math.max(deepest, ++depth);
      } else if (")]}".indexOf(next) >= 0) {
        depth--;
      }
    }
    return deepest;
  }
}
