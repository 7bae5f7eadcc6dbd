package dev.latchkey.process.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Who sends, who waits, and what follows what within one process. Sub-processes are looked through:
 * their start follows them, what follows them follows their ends, and an error caught on their
 * border follows them without any wait.
 */
final class Sends {
  private final Project project;
  private final Map<String, Boolean> passing = new HashMap<>();

  Sends(Project project) {
    this.project = project;
  }

  /** Whether the element itself, or the process that it calls, sends something. */
  boolean sends(Node node) {
    return reachesSender(node, new HashSet<>());
  }

  private boolean reachesSender(Node node, Set<String> seen) {
    if (node.is("callActivity")) {
      return project
          .called(node)
          .filter(process -> seen.add(process.id()))
          .map(process -> process.allNodes().anyMatch(inner -> reachesSender(inner, seen)))
          .orElse(false);
    }
    return Words.SENDERS.contains(node.delegate());
  }

  /** Whether time or a person must do something before what follows happens. */
  boolean waits(Node node) {
    if (node.is("callActivity")) {
      return !project.called(node).map(this::passesAtOnce).orElse(false);
    }
    return node.waits() || (node.is("boundaryEvent") && node.definition("error").isEmpty());
  }

  /** Whether a called process can come back without any wait in it. */
  private boolean passesAtOnce(Scope process) {
    Boolean known = passing.putIfAbsent(process.id(), false);
    if (known != null) {
      return known;
    }
    boolean passes =
        process
            .starts()
            .anyMatch(
                start ->
                    reach(start, node -> !waits(node)).stream()
                        .anyMatch(n -> n.is("endEvent") && n.scope() == process));
    passing.put(process.id(), passes);
    return passes;
  }

  /** What directly follows an element. */
  private List<Node> after(Node node) {
    Set<Node> after = new LinkedHashSet<>();
    boolean lookedThrough = node.inner() != null && node.inner().starts().findAny().isPresent();
    node.boundaries().stream()
        .filter(event -> !lookedThrough || event.definition("error").isEmpty())
        .forEach(after::add);
    if (lookedThrough) {
      node.inner().starts().forEach(after::add);
    } else {
      node.next().forEach(after::add);
    }
    if (node.is("endEvent")) {
      after.addAll(afterEnd(node));
    }
    return List.copyOf(after);
  }

  private static List<Node> afterEnd(Node end) {
    Node around = Catches.around(end.scope());
    if (around == null || around.isEventSubProcess()) {
      return List.of();
    }
    return end.definition("error").isPresent()
        ? Catches.boundaries(end, "error")
        : around.next().toList();
  }

  /** All that can follow through elements that let pass; the first is not among them by itself. */
  Set<Node> reach(Node from, Predicate<Node> through) {
    Set<Node> seen = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(after(from));
    while (!open.isEmpty()) {
      Node next = open.poll();
      if (seen.add(next) && through.test(next)) {
        open.addAll(after(next));
      }
    }
    return seen;
  }

  /** Whether a timer is followed by a code to somebody who may have got one before it. */
  boolean leadsToAnotherCode(Node timer) {
    Predicate<Node> on = node -> !Words.CHOOSE_NEXT_WAY.equals(node.delegate());
    Set<Node> followers = reach(timer, on);
    boolean issues = followers.stream().anyMatch(n -> Words.ISSUE_CODE.equals(n.delegate()));
    Node host =
        timer.scope().nodes().stream()
            .filter(n -> n.boundaries().contains(timer))
            .findFirst()
            .orElse(timer);
    return issues || (sends(host) && followers.contains(host));
  }
}
