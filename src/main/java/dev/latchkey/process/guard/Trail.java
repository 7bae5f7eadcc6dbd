package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The way to a place, for people to read.
 *
 * @param before the way so far; null at the beginning
 * @param inner a way within the step; null if it is told by its label alone
 */
record Trail(Trail before, String label, Trail inner) {

  static Trail at(String label) {
    return new Trail(null, label, null);
  }

  Trail then(String next) {
    return next.isEmpty() ? this : new Trail(this, next, null);
  }

  /** Goes on with the steps of a way that began within. */
  Trail then(Trail within) {
    return new Trail(this, "", within);
  }

  /** Labels joined by arrows. */
  String text() {
    return String.join(" → ", labels());
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (Trail at = this; at != null; at = at.before) {
      if (at.inner == null) {
        labels.add(at.label);
      } else {
        List<String> inside = at.inner.labels();
        Collections.reverse(inside);
        labels.addAll(inside);
      }
    }
    Collections.reverse(labels);
    return labels;
  }
}
