package dev.latchkey.process.guard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the drawing hangs together: one start, flows that lead somewhere, an end for each way.
 */
final class StructureCheck {
  private static final Set<String> PASSIVE =
      Set.of(
          "documentation",
          "extensionElements",
          "incoming",
          "outgoing",
          "sequenceFlow",
          "textAnnotation",
          "association",
          "group",
          "laneSet",
          "dataObject",
          "dataObjectReference",
          "dataStoreReference");
  private static final Set<String> DEFINITIONS =
      Set.of(
          "messageEventDefinition",
          "timerEventDefinition",
          "errorEventDefinition",
          "escalationEventDefinition",
          "terminateEventDefinition");

  private final Findings findings;

  StructureCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Diagram diagram) {
    checkIds(diagram);
    checkProcesses(diagram);
    diagram.root().children("process").flatMap(XmlElement::all).forEach(this::checkElement);
    diagram.root().all("sequenceFlow").forEach(flow -> checkFlow(diagram, flow));
    diagram.nodes().forEach(node -> checkNode(diagram, node));
    diagram.processes().forEach(this::checkScope);
  }

  private void checkIds(Diagram diagram) {
    Set<String> seen = new HashSet<>();
    diagram
        .root()
        .all()
        .filter(element -> !element.isExtension() && !element.id().isEmpty())
        .filter(element -> !seen.add(element.id()))
        .forEach(
            twin ->
                findings.add(
                    Rule.DUPLICATE_ID,
                    twin,
                    "The id " + twin.id() + " is given twice",
                    "Give one of the two another id"));
  }

  private void checkProcesses(Diagram diagram) {
    if (diagram.processes().size() != 1) {
      findings.add(
          Rule.PROCESS_NAME,
          diagram.file(),
          "The file holds " + diagram.processes().size() + " processes",
          "Draw one process in one file");
    }
    for (Scope process : diagram.processes()) {
      String name = diagram.file().replaceFirst("\\.bpmn$", "");
      if (!process.id().equals(name)) {
        findings.add(
            Rule.PROCESS_NAME,
            process.element(),
            "The process is called " + process.id() + ", its file " + diagram.file(),
            "Give both the same name, so that everybody finds it");
      }
      if (!"true".equals(process.element().attribute("isExecutable"))) {
        findings.add(
            Rule.PROCESS_NAME,
            process.element(),
            "The process cannot be run",
            "Mark it executable");
      }
      checkTimeToLive(findings, process.element());
    }
  }

  static void checkTimeToLive(Findings findings, XmlElement definition) {
    String time = definition.extension("historyTimeToLive");
    if (!time.matches("[1-9]\\d{0,3}") && !time.matches("P[1-9]\\d{0,3}D")) {
      findings.add(
          Rule.TIME_TO_LIVE,
          definition,
          time.isEmpty()
              ? "It does not say how long its history is kept"
              : "The time to live '" + time + "' cannot be read",
          "Set the history time to live in days, like P30D (R24)");
    }
  }

  private void checkElement(XmlElement element) {
    boolean inScope =
        element.parent().is("process")
            || (element.parent().is("subProcess") && !element.isExtension());
    boolean loops = element.name().endsWith("LoopCharacteristics");
    boolean event = element.name().endsWith("EventDefinition") && !element.isExtension();
    boolean known =
        event
            ? DEFINITIONS.contains(element.name())
            : !inScope || Node.isNode(element.name()) || PASSIVE.contains(element.name());
    if (!element.isExtension() && (loops || !known)) {
      findings.add(
          Rule.ELEMENT_TYPE,
          element,
          "Elements of type " + element.name() + " are not used here",
          loops
              ? "Draw the repetition as a loop with a gateway"
              : "Use tasks, calls, sub-processes, gateways and events for messages, times, errors"
                  + " and escalations");
    }
  }

  private void checkFlow(Diagram diagram, XmlElement flow) {
    for (String end : List.of("sourceRef", "targetRef")) {
      if (diagram.node(flow.attribute(end)) == null) {
        findings.add(
            Rule.BROKEN_FLOW,
            flow,
            "The flow leads "
                + (end.startsWith("s") ? "from " : "to ")
                + flow.attribute(end)
                + ", which is not there",
            "Draw it between two elements, or delete it");
      }
    }
  }

  private void checkNode(Diagram diagram, Node node) {
    if (node.is("boundaryEvent")
        && diagram.node(node.element().attribute("attachedToRef")) == null) {
      findings.add(
          Rule.BROKEN_FLOW,
          node,
          "The event hangs on no element",
          "Put it on a border, or delete it");
    }
    boolean crosses =
        node.outgoing().stream().anyMatch(flow -> flow.target().scope() != node.scope());
    if (crosses) {
      findings.add(
          Rule.BROKEN_FLOW,
          node,
          "A flow crosses the border of a sub-process",
          "End inside, and go on from the sub-process itself");
    }
    if (node.is("eventBasedGateway") && !node.next().allMatch(Node::waits)) {
      findings.add(
          Rule.BROKEN_FLOW,
          node,
          "Behind this gateway stands something that cannot be waited for",
          "Lead it to catching events only");
    }
    String fallback = node.element().attribute("default");
    if (!fallback.isEmpty() && node.outgoing().stream().noneMatch(Flow::isDefault)) {
      findings.add(
          Rule.BROKEN_FLOW,
          node,
          "Its default flow " + fallback + " does not start here",
          "Choose one of its flows as default");
    }
    if (node.decides()) {
      checkConditions(node);
    }
  }

  private void checkConditions(Node gateway) {
    gateway.outgoing().stream()
        .filter(flow -> !flow.isDefault() && flow.condition().isEmpty())
        .forEach(
            flow ->
                findings.add(
                    Rule.CONDITION,
                    flow.element(),
                    "The flow from \"" + gateway.label() + "\" has no condition",
                    "Write when it is taken, or make it the default flow"));
    if (gateway.outgoing().stream().noneMatch(Flow::isDefault)) {
      findings.add(
          Rule.DEFAULT_FLOW,
          gateway,
          "\"" + gateway.label() + "\" does not say what happens when no answer fits",
          "Mark one flow as default");
    }
  }

  private void checkScope(Scope scope) {
    boolean event = scope.outer() != null && Catches.around(scope).isEventSubProcess();
    long starts = scope.starts().count();
    if (starts != 1) {
      findings.add(
          Rule.START,
          scope.element(),
          starts == 0 ? "It has no start event" : "It has " + starts + " start events",
          "Draw exactly one");
    }
    boolean plain = scope.starts().allMatch(s -> definitions(s).findAny().isEmpty());
    if (starts > 0 && event == plain) {
      findings.add(
          Rule.START,
          scope.starts().findFirst().orElseThrow(),
          event ? "An event sub-process needs an event to start it" : "It must start without event",
          event ? "Choose message, timer, error or escalation" : "Use a plain start event");
    }
    checkReachable(scope);
    scope.nodes().stream().map(Node::inner).filter(i -> i != null).forEach(this::checkScope);
  }

  private static Stream<XmlElement> definitions(Node node) {
    return node.element().children().stream().filter(c -> c.name().endsWith("EventDefinition"));
  }

  private void checkReachable(Scope scope) {
    Set<Node> reached = new LinkedHashSet<>();
    Deque<Node> open = new ArrayDeque<>(scope.starts().toList());
    scope.eventSubProcesses().forEach(open::add);
    while (!open.isEmpty()) {
      Node node = open.poll();
      if (reached.add(node)) {
        node.next().forEach(open::add);
        open.addAll(node.boundaries());
      }
    }
    scope.nodes().stream()
        .filter(node -> !reached.contains(node))
        .forEach(
            node ->
                findings.add(
                    Rule.UNREACHABLE,
                    node,
                    "No way leads to \"" + node.label() + "\"",
                    "Connect it, or delete it"));
    reached.stream().filter(node -> !ends(node)).forEach(this::checkEnds);
  }

  private static boolean ends(Node node) {
    return node.is("endEvent") || node.isEventSubProcess();
  }

  private void checkEnds(Node node) {
    Set<Node> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(List.of(node));
    while (!open.isEmpty()) {
      Node next = open.poll();
      if (next.is("endEvent")) {
        return;
      }
      if (seen.add(next)) {
        next.next().forEach(open::add);
        open.addAll(next.boundaries());
      }
    }
    findings.add(
        Rule.NO_END,
        node,
        "From \"" + node.label() + "\" no way leads to an end",
        node.outgoing().isEmpty() ? "Lead it on, or to an end event" : "Lead the loop to an end");
  }
}
