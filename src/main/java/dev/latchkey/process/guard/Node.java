package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An element that a flow can lead to: event, task, gateway, call or sub-process. */
final class Node {
  static final Set<String> EVENTS =
      Set.of(
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent");
  static final Set<String> GATEWAYS =
      Set.of("exclusiveGateway", "eventBasedGateway", "parallelGateway", "inclusiveGateway");
  static final Set<String> TASKS =
      Set.of(
          "task",
          "manualTask",
          "serviceTask",
          "sendTask",
          "businessRuleTask",
          "userTask",
          "receiveTask");
  private static final Set<String> OTHERS = Set.of("callActivity", "subProcess");

  private final XmlElement element;
  private final Scope scope;
  private final Scope inner;
  private final List<Flow> outgoing = new ArrayList<>();
  private final List<Flow> incoming = new ArrayList<>();
  private final List<Node> boundaries = new ArrayList<>();

  /**
   * @param inner what a sub-process holds; null for everything else
   */
  Node(XmlElement element, Scope scope, Scope inner) {
    this.element = element;
    this.scope = scope;
    this.inner = inner;
  }

  static boolean isNode(String name) {
    return EVENTS.contains(name)
        || GATEWAYS.contains(name)
        || TASKS.contains(name)
        || OTHERS.contains(name);
  }

  XmlElement element() {
    return element;
  }

  Scope scope() {
    return scope;
  }

  Scope inner() {
    return inner;
  }

  List<Flow> outgoing() {
    return outgoing;
  }

  List<Flow> incoming() {
    return incoming;
  }

  /** Events on its border. */
  List<Node> boundaries() {
    return boundaries;
  }

  String id() {
    return element.id();
  }

  /** What is drawn on it, or its id. */
  String label() {
    return element.label().isEmpty() ? id() : element.label();
  }

  boolean is(String type) {
    return element.is(type);
  }

  boolean isEventSubProcess() {
    return is("subProcess") && "true".equals(element.attribute("triggeredByEvent"));
  }

  /** Name of the delegate that this element runs, or empty. */
  String delegate() {
    return Expressions.bean(element.extension("delegateExpression")).orElse("");
  }

  String property(String name) {
    return element.properties().getOrDefault(name, "");
  }

  /** A gateway that decides, as against one that only joins. */
  boolean decides() {
    return is("exclusiveGateway") && outgoing.size() > 1;
  }

  Optional<XmlElement> definition(String kind) {
    return element.children(kind + "EventDefinition").findFirst();
  }

  boolean isTimer() {
    return definition("timer").isPresent();
  }

  /** Whether this boundary event ends the activity. */
  boolean cancels() {
    return !"false".equals(element.attribute("cancelActivity"));
  }

  /** Whether a person or a time is waited for here. */
  boolean waits() {
    return is("eventBasedGateway")
        || is("receiveTask")
        || is("userTask")
        || is("intermediateCatchEvent");
  }

  /** Followed in one step: flows, and into and out of a sub-process. */
  Stream<Node> next() {
    return outgoing.stream().map(Flow::target);
  }

  @Override
  public String toString() {
    return id();
  }
}
