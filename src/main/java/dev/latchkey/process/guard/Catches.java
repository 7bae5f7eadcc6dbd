package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;

/** Where an error or escalation that an element throws is caught within its process. */
final class Catches {
  private Catches() {}

  /** The sub-process element that this scope is drawn in; null for a process. */
  static Node around(Scope inner) {
    return inner.outer() == null
        ? null
        : inner.outer().nodes().stream().filter(n -> n.inner() == inner).findFirst().orElse(null);
  }

  /** Boundary events around a thrower that catch it. */
  static List<Node> boundaries(Node thrower, String kind) {
    List<Node> catching = new ArrayList<>();
    for (Node at = around(thrower.scope()); at != null; at = around(at.scope())) {
      at.boundaries().stream()
          .filter(event -> catches(event, thrower, kind))
          .forEach(catching::add);
    }
    return catching;
  }

  /** Whether a boundary event or event sub-process of the same process catches it. */
  static boolean caught(Node thrower, String kind) {
    if (!boundaries(thrower, kind).isEmpty()) {
      return true;
    }
    for (Scope at = thrower.scope(); at != null; at = at.outer()) {
      boolean here =
          at.eventSubProcesses()
              .flatMap(sub -> sub.inner().starts())
              .anyMatch(start -> catches(start, thrower, kind));
      if (here) {
        return true;
      }
    }
    return false;
  }

  /** Whether an event catches what another throws: of the same name, or anything. */
  static boolean catches(Node event, Node thrower, String kind) {
    return event.definition(kind).isPresent()
        && (code(event, kind).isEmpty() || code(event, kind).equals(code(thrower, kind)));
  }

  /** Code of the error or escalation, or empty. */
  static String code(Node event, String kind) {
    String id = event.definition(kind).map(d -> d.attribute(kind + "Ref")).orElse("");
    XmlElement root = event.element();
    while (root.parent() != null) {
      root = root.parent();
    }
    return root.children(kind)
        .filter(declared -> declared.id().equals(id))
        .map(declared -> declared.attribute(kind + "Code"))
        .findFirst()
        .orElse("");
  }
}
