package dev.latchkey.process.guard;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Nearest {
  private static final int FARTHEST = 4;

  private Nearest() {}

  /** The nearest of the names by letters to change, or empty if none is near. */
  static Optional<String> to(String name, Collection<String> names) {
    String lower = name.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(other -> distance(lower, other.toLowerCase(Locale.ROOT)) <= FARTHEST)
        .min(
            Comparator.comparingInt(
                    (String other) -> distance(lower, other.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int distance(String from, String to) {
    int[] before = new int[to.length() + 1];
    for (int i = 0; i < before.length; i++) {
      before[i] = i;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] now = new int[to.length() + 1];
      now[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
      }
      before = now;
    }
    return before[to.length()];
  }
}
