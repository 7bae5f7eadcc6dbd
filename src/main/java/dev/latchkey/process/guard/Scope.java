package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A process, or a sub-process within one: what runs from its start to its ends. */
final class Scope {
  private final XmlElement element;
  private final Scope outer;
  private final List<Node> nodes = new ArrayList<>();

  Scope(XmlElement element, Scope outer) {
    this.element = element;
    this.outer = outer;
  }

  void add(Node node) {
    nodes.add(node);
  }

  XmlElement element() {
    return element;
  }

  /** Null for a process. */
  Scope outer() {
    return outer;
  }

  String id() {
    return element.id();
  }

  /** The process that this belongs to. */
  Scope process() {
    return outer == null ? this : outer.process();
  }

  /** The elements directly in it; boundary events included. */
  List<Node> nodes() {
    return nodes;
  }

  /** With those of its sub-processes. */
  Stream<Node> allNodes() {
    return nodes.stream()
        .flatMap(
            n ->
                Stream.concat(
                    Stream.of(n), n.inner() == null ? Stream.of() : n.inner().allNodes()));
  }

  Stream<Node> starts() {
    return nodes.stream().filter(node -> node.is("startEvent"));
  }

  /** What begins by an event over all of it. */
  Stream<Node> eventSubProcesses() {
    return nodes.stream().filter(Node::isEventSubProcess);
  }

  /** Whether the event of this event sub-process ends what else runs in the scope. */
  boolean interrupts() {
    return starts().noneMatch(start -> "false".equals(start.element().attribute("isInterrupting")));
  }
}
