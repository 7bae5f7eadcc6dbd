package dev.latchkey.process.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the followed variables can still be read from a place on, before they are written again.
 * What nobody reads any more is forgotten there, so that a walk does not tell apart what makes no
 * difference.
 */
final class Liveness {
  private final Project project;
  private final Map<Scope, Map<Node, Set<String>>> known = new HashMap<>();

  Liveness(Project project) {
    this.project = project;
  }

  Set<String> at(Node node) {
    Scope process = node.scope().process();
    return known.computeIfAbsent(process, this::ofProcess).getOrDefault(node, Set.of());
  }

  private Map<Node, Set<String>> ofProcess(Scope process) {
    List<Node> nodes = process.allNodes().toList();
    Set<String> taken = takenByCallers(process);
    Map<Node, Set<String>> live = new HashMap<>();
    nodes.forEach(node -> live.put(node, new HashSet<>()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Node node : nodes) {
        changed |= live.get(node).addAll(before(node, live, taken));
      }
    }
    return live;
  }

  private static Set<String> before(
      Node node, Map<Node, Set<String>> live, Set<String> takenByCallers) {
    Set<String> read = new HashSet<>();
    if (node.inner() == null || node.inner().starts().findAny().isEmpty()) {
      read.addAll(after(node, live, takenByCallers));
      read.removeAll(writes(node));
    } else {
      node.inner().starts().forEach(start -> read.addAll(live.get(start)));
    }
    if (node.delegate().equals(Words.CHECK_CODE)) {
      read.add(Words.CHANNEL);
    }
    node.boundaries().forEach(event -> read.addAll(live.get(event)));
    for (Scope scope = node.scope(); scope != null; scope = scope.outer()) {
      scope
          .eventSubProcesses()
          .flatMap(e -> e.inner().starts())
          .forEach(s -> read.addAll(live.get(s)));
      Node around = Catches.around(scope);
      if (around != null) {
        around.boundaries().forEach(event -> read.addAll(live.get(event)));
      }
    }
    return read;
  }

  private static Set<String> after(
      Node node, Map<Node, Set<String>> live, Set<String> takenByCallers) {
    Set<String> read = new HashSet<>();
    Node around = node.is("endEvent") ? Catches.around(node.scope()) : null;
    if (around != null) {
      read.addAll(after(around, live, takenByCallers));
    } else if (node.is("endEvent")) {
      read.addAll(takenByCallers);
    }
    for (Flow flow : node.outgoing()) {
      read.addAll(flow.read().variables());
      read.addAll(live.get(flow.target()));
    }
    return read;
  }

  private static Set<String> writes(Node node) {
    Set<String> written = new HashSet<>();
    if (!node.property(Words.OUTCOME).isEmpty()) {
      written.add(Words.OUTCOME);
    }
    node.element().extensions("out").forEach(out -> written.add(out.attribute("target")));
    switch (node.delegate()) {
      case Words.LOOK_UP_ACCOUNT, Words.WEIGH_PROOFS -> written.add(Words.ENOUGH_PROOF);
      case Words.RECORD_DECISION -> written.add(Words.APPROVED);
      case Words.DECIDE_HOLD -> written.add(Words.HOLD_WANTED);
      case Words.CHECK_CODE, Words.CHECK_APP_CODE, Words.CHECK_BACKUP_CODE, Words.CHECK_APPROVAL ->
          written.add(Words.CHECK_OUTCOME);
      default -> {}
    }
    return written;
  }

  private Set<String> takenByCallers(Scope process) {
    return project.callsOf(process.id()).stream()
        .flatMap(call -> call.element().extensions("out"))
        .map(out -> out.attribute("source"))
        .collect(Collectors.toSet());
  }
}
