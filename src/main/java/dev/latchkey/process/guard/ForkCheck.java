package dev.latchkey.process.guard;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What proofs, hold and lock hang on happens one after another. Where two paths run at once, one
 * could prove something after the other had decided on the hold, and {@link ProofCheck}, which
 * follows one path at a time, would not see it.
 */
final class ForkCheck {
  private final Project project;
  private final Findings findings;

  ForkCheck(Project project, Findings findings) {
    this.project = project;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.nodes().filter(ForkCheck::forks).forEach(this::checkFork);
  }

  private static boolean forks(Node node) {
    boolean one = node.is("exclusiveGateway") || node.is("eventBasedGateway");
    boolean beside = node.is("boundaryEvent") && !node.cancels();
    boolean besideAll = node.isEventSubProcess() && !node.inner().interrupts();
    return (!one && node.outgoing().size() > 1) || beside || besideAll;
  }

  private void checkFork(Node fork) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(followers(fork));
    while (!open.isEmpty()) {
      Node node = open.poll();
      if (joins(node) || !seen.add(node)) {
        continue;
      }
      if (sensitive(node, new HashSet<>())) {
        findings.add(
            Rule.TWO_AT_ONCE,
            fork,
            "\"" + node.label() + "\" would run beside something else",
            "Draw what has to do with proofs, hold and access on one path, one after another");
        return;
      }
      open.addAll(followers(node));
    }
  }

  private static boolean joins(Node node) {
    return node.incoming().size() > 1
        && (node.is("parallelGateway") || node.is("inclusiveGateway"));
  }

  private static List<Node> followers(Node node) {
    List<Node> followers = new ArrayList<>(node.next().toList());
    followers.addAll(node.boundaries());
    if (node.inner() != null) {
      node.inner().starts().forEach(followers::add);
    }
    return followers;
  }

  private boolean sensitive(Node node, Set<String> seen) {
    if (node.is("callActivity")) {
      return project
          .called(node)
          .filter(process -> seen.add(process.id()))
          .map(process -> process.allNodes().anyMatch(inner -> sensitive(inner, seen)))
          .orElse(false);
    }
    return Words.SENSITIVE.contains(node.delegate());
  }
}
