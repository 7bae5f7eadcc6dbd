package dev.latchkey.process.guard;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of a variable: that it is one of some words, or none of them.
 *
 * @param oneOf whether it is one of the words; else it is none of them
 */
record Value(boolean oneOf, Set<String> words) {
  /** Nothing is known. */
  static final Value ANYTHING = new Value(false, Set.of());

  static Value of(String word) {
    return new Value(true, Set.of(word));
  }

  static Value not(String word) {
    return new Value(false, Set.of(word));
  }

  boolean maybe(String word) {
    return oneOf == words.contains(word);
  }

  /** The word, if it can be nothing else. */
  boolean surely(String word) {
    return oneOf && words.equals(Set.of(word));
  }

  /** Once it is known to be this word; empty if it cannot be. */
  Optional<Value> only(String word) {
    return maybe(word) ? Optional.of(of(word)) : Optional.empty();
  }

  /** Once it is known not to be this word; empty if it can be nothing else. */
  Optional<Value> without(String word) {
    Set<String> changed = new TreeSet<>(words);
    if (oneOf) {
      changed.remove(word);
      return changed.isEmpty() ? Optional.empty() : Optional.of(new Value(true, changed));
    }
    changed.add(word);
    return Optional.of(new Value(false, changed));
  }

  /** Whether the variable can be by this all that it can be by the other. */
  boolean covers(Value other) {
    if (oneOf) {
      return other.oneOf && words.containsAll(other.words);
    }
    return other.oneOf
        ? other.words.stream().allMatch(this::maybe)
        : other.words.containsAll(words);
  }
}
