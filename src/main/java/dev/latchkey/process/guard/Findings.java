package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the checks of one deployment find; the same thing is told once. */
final class Findings {
  private final Set<Finding> found = new LinkedHashSet<>();

  void add(Rule rule, String file, String problem, String remedy) {
    found.add(new Finding(rule, file, 0, "", "", problem, remedy, List.of()));
  }

  void add(Rule rule, String file, int line, String problem, String remedy) {
    found.add(new Finding(rule, file, line, "", "", problem, remedy, List.of()));
  }

  void add(Rule rule, XmlElement at, String problem, String remedy) {
    XmlElement named = at.nearestWithId();
    String id = named == null ? "" : named.id();
    String label = named == null ? "" : named.label();
    List<String> related = id.isEmpty() ? List.of() : List.of(id);
    found.add(new Finding(rule, at.file(), at.line(), id, label, problem, remedy, related));
  }

  void addAll(Findings others) {
    found.addAll(others.found);
  }

  void add(Rule rule, Node at, String problem, String remedy) {
    add(rule, at.element(), problem, remedy);
  }

  /** Errors first, then by file and place. */
  List<Finding> sorted() {
    List<Finding> all = new ArrayList<>(found);
    all.sort(
        java.util.Comparator.comparing((Finding finding) -> !finding.rule().error())
            .thenComparing(Finding::file)
            .thenComparing(Finding::line));
    return List.copyOf(all);
  }
}
