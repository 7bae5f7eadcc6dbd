package dev.latchkey.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The languages in which pages exist. One more file of texts and one more entry here. */
@Component
class Languages {
  private static final List<Locale> ALL = List.of(Locale.ENGLISH);

  /** All of them; the first is the one for everybody else. */
  List<Locale> all() {
    return ALL;
  }

  /** The offered language that fits best, never null. */
  Locale closest(Locale wanted) {
    Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted.toLanguageTag()), ALL);
    return found == null ? ALL.get(0) : found;
  }
}
