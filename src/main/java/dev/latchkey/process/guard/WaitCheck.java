package dev.latchkey.process.guard;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Every wait for a person ends in time: by a timer beside it, on its border, on the border of what
 * it is drawn in, as an event over all of it, or around every call of its process. At a task for
 * staff a reminder is enough where somebody waits for it, and nothing is needed where nobody does.
 */
final class WaitCheck {
  private final Project project;
  private final Findings findings;

  WaitCheck(Project project, Findings findings) {
    this.project = project;
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.nodes().filter(WaitCheck::waitsForSomebody).forEach(this::checkWait);
    diagram.nodes().filter(node -> node.is("userTask")).forEach(this::checkPeople);
  }

  private static boolean waitsForSomebody(Node node) {
    if (node.is("userTask")) {
      return groups(node).contains(Words.ACCOUNT_HOLDER) || !node.property("step").isEmpty();
    }
    boolean afterGateway =
        node.incoming().stream().anyMatch(flow -> flow.source().is("eventBasedGateway"));
    return node.waits() && !node.isTimer() && !afterGateway;
  }

  private void checkWait(Node wait) {
    boolean reminded =
        wait.is("userTask")
            && !groups(wait).contains(Words.ACCOUNT_HOLDER)
            && wait.boundaries().stream().anyMatch(Node::isTimer);
    if (!reminded && !endsInTime(wait, new HashSet<>())) {
      findings.add(
          Rule.ENDLESS_WAIT,
          wait,
          "Who does nothing at \"" + wait.label() + "\" waits for ever",
          wait.is("eventBasedGateway")
              ? "Add a timer behind the gateway, or on the border of the sub-process around it"
              : "Put a timer on its border, or on the border of the sub-process around it");
    }
  }

  private boolean endsInTime(Node wait, Set<Node> callsSeen) {
    if (wait.is("eventBasedGateway") && wait.next().anyMatch(Node::isTimer)) {
      return true;
    }
    if (hasEndingTimer(wait)) {
      return true;
    }
    for (Scope scope = wait.scope(); scope != null; scope = scope.outer()) {
      Node around = Catches.around(scope);
      if (timerOver(scope) || (around != null && hasEndingTimer(around))) {
        return true;
      }
    }
    List<Node> calls =
        project.callsOf(wait.scope().process().id()).stream().filter(callsSeen::add).toList();
    return !calls.isEmpty() && calls.stream().allMatch(call -> endsInTime(call, callsSeen));
  }

  private static boolean hasEndingTimer(Node node) {
    return node.boundaries().stream().anyMatch(event -> event.isTimer() && event.cancels());
  }

  private static boolean timerOver(Scope scope) {
    return scope
        .eventSubProcesses()
        .map(Node::inner)
        .filter(Scope::interrupts)
        .flatMap(Scope::starts)
        .anyMatch(Node::isTimer);
  }

  static List<String> groups(Node task) {
    return Arrays.stream(task.element().extension("candidateGroups").split(",", -1))
        .map(String::strip)
        .filter(group -> !group.isEmpty())
        .toList();
  }

  private void checkPeople(Node task) {
    if (groups(task).isEmpty()) {
      findings.add(
          Rule.NOBODY_MAY,
          task,
          "No group may do \"" + task.label() + "\"",
          "Set its candidate groups: support, support-lead or account-holder");
    }
  }
}
