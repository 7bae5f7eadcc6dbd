package dev.latchkey.process.guard;

import java.util.List;
import java.util.Map;

/** Labels and ids that people and pages can read. Warnings alone: a bad name harms nobody. */
final class LabelCheck {
  private static final Map<String, String> PREFIXES =
      Map.of(
          "startEvent", "StartEvent",
          "endEvent", "EndEvent",
          "boundaryEvent", "BoundaryEvent",
          "intermediateCatchEvent", "Event",
          "intermediateThrowEvent", "Event",
          "callActivity", "CallActivity",
          "subProcess", "SubProcess");

  private final Findings findings;

  LabelCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Diagram diagram) {
    diagram.nodes().forEach(this::checkNode);
    diagram.root().all("sequenceFlow").forEach(flow -> checkId(flow, "Flow"));
    diagram.root().children("message").forEach(m -> checkId(m, "Message"));
    diagram.root().children("error").forEach(e -> checkId(e, "Error"));
    diagram.processes().stream().map(Scope::element).forEach(this::checkProcess);
  }

  private void checkProcess(XmlElement process) {
    if (!process.id().matches("[A-Z]\\w*Process")) {
      findings.add(
          Rule.NAMING,
          process,
          "The process id " + process.id() + " does not say that it is one",
          "End it with Process, like AccountRecoveryProcess");
    }
    checkLabel(process);
  }

  private void checkNode(Node node) {
    checkId(node.element(), prefix(node));
    boolean joins = Node.GATEWAYS.contains(node.element().name()) && node.outgoing().size() <= 1;
    if (!joins) {
      checkLabel(node.element());
    }
    if (node.decides()) {
      checkQuestion(node);
    }
  }

  private static String prefix(Node node) {
    String name = node.element().name();
    return Node.GATEWAYS.contains(name) ? "Gateway" : PREFIXES.getOrDefault(name, "Task");
  }

  private void checkId(XmlElement element, String prefix) {
    if (!element.id().matches(prefix + "_[A-Z]\\w+")) {
      findings.add(
          Rule.NAMING,
          element,
          "The id " + element.id() + " does not say what it is",
          "Call it " + prefix + "_ and what it means, like " + example(prefix));
    }
  }

  private static String example(String prefix) {
    return switch (prefix) {
      case "Task" -> "Task_SendCode";
      case "Gateway" -> "Gateway_CodeAccepted";
      case "Flow" -> "Flow_CodeAccepted";
      default -> prefix + "_CodeEntered";
    };
  }

  private void checkLabel(XmlElement element) {
    if (!element.label().matches("[“\"A-Z0-9].+")) {
      findings.add(
          Rule.LABEL,
          element,
          element.label().isEmpty()
              ? "It has no label"
              : "The label \"" + element.label() + "\" does not begin like a sentence",
          "Write what a supporter would call it, beginning with a capital letter");
    }
  }

  private void checkQuestion(Node gateway) {
    List<String> answers = gateway.outgoing().stream().map(Flow::label).toList();
    boolean told = answers.stream().noneMatch(String::isEmpty);
    boolean different = answers.stream().distinct().count() == answers.size();
    if (!gateway.label().endsWith("?") || !told || !different) {
      findings.add(
          Rule.QUESTION,
          gateway,
          "\"" + gateway.label() + "\" is no question with a different answer on each flow",
          "Label the gateway with a question and each flow with its answer");
    }
  }
}
