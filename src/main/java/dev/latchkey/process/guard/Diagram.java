package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A BPMN file as a graph. Whatever is missing in it is left out, and told of by the checks. */
final class Diagram {
  private final String file;
  private final XmlElement root;
  private final List<Scope> processes = new ArrayList<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  Diagram(String file, XmlElement root) {
    this.file = file;
    this.root = root;
    root.children("process").forEach(process -> processes.add(scope(process, null)));
    processes.forEach(process -> process.element().all("sequenceFlow").forEach(this::connect));
    nodes.values().forEach(this::attach);
  }

  private Scope scope(XmlElement element, Scope outer) {
    Scope scope = new Scope(element, outer);
    for (XmlElement child : element.children()) {
      if (Node.isNode(child.name())) {
        Node node = new Node(child, scope, child.is("subProcess") ? scope(child, scope) : null);
        scope.add(node);
        nodes.putIfAbsent(node.id(), node);
      }
    }
    return scope;
  }

  private void connect(XmlElement flow) {
    Node source = nodes.get(flow.attribute("sourceRef"));
    Node target = nodes.get(flow.attribute("targetRef"));
    if (source != null && target != null) {
      String condition =
          flow.children("conditionExpression").map(XmlElement::text).findFirst().orElse("");
      Flow connected = new Flow(flow, source, target, condition, Expressions.read(condition));
      source.outgoing().add(connected);
      target.incoming().add(connected);
    }
  }

  private void attach(Node node) {
    Node host =
        node.is("boundaryEvent") ? nodes.get(node.element().attribute("attachedToRef")) : null;
    if (host != null) {
      host.boundaries().add(node);
    }
  }

  String file() {
    return file;
  }

  XmlElement root() {
    return root;
  }

  List<Scope> processes() {
    return processes;
  }

  /** Null if there is none of this id. */
  Node node(String id) {
    return nodes.get(id);
  }

  Stream<Node> nodes() {
    return processes.stream().flatMap(Scope::allNodes);
  }

  /** A message, error or escalation by its id; null if there is none. */
  XmlElement declared(String kind, String id) {
    return root.children(kind).filter(e -> e.id().equals(id)).findFirst().orElse(null);
  }
}
