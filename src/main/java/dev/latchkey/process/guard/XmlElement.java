package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An element of a diagram or decision as it is written, with its line. */
final class XmlElement {
  /** The engine takes both for its own extensions. */
  static final Set<String> EXTENSIONS =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

  static final Set<String> DMN_EXTENSIONS =
      Set.of("http://camunda.org/schema/1.0/dmn", "http://camunda.org/schema/1.0/bpmn");

  record Attribute(String uri, String name, String value) {}

  private final String file;
  private final String uri;
  private final String name;
  private final int line;
  private final XmlElement parent;
  private final List<Attribute> attributes;
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  XmlElement(
      String file,
      String uri,
      String name,
      int line,
      XmlElement parent,
      List<Attribute> attributes) {
    this.file = file;
    this.uri = uri;
    this.name = name;
    this.line = line;
    this.parent = parent;
    this.attributes = attributes;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  void write(char[] from, int start, int length) {
    text.append(from, start, length);
  }

  String file() {
    return file;
  }

  String name() {
    return name;
  }

  String uri() {
    return uri;
  }

  int line() {
    return line;
  }

  /** Null for the root. */
  XmlElement parent() {
    return parent;
  }

  List<Attribute> attributes() {
    return attributes;
  }

  List<XmlElement> children() {
    return children;
  }

  /** What is written between the tags, without the spaces around it. */
  String text() {
    return text.toString().strip();
  }

  boolean is(String wanted) {
    return name.equals(wanted);
  }

  boolean isExtension() {
    return EXTENSIONS.contains(uri);
  }

  /** An attribute without a prefix, or empty. */
  String attribute(String wanted) {
    return attributes.stream()
        .filter(a -> a.uri().isEmpty() && a.name().equals(wanted))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }

  /** An attribute of the engine, or empty. */
  String extension(String wanted) {
    return attributes.stream()
        .filter(a -> EXTENSIONS.contains(a.uri()) || DMN_EXTENSIONS.contains(a.uri()))
        .filter(a -> a.name().equals(wanted))
        .map(Attribute::value)
        .findFirst()
        .orElse("");
  }

  String id() {
    return attribute("id");
  }

  /** What is drawn, in one line; empty if nothing is. */
  String label() {
    return attribute("name").strip().replaceAll("\\s+", " ");
  }

  /** What an analyst can select: parts of an event and of extensions have ids that nobody sees. */
  XmlElement nearestWithId() {
    XmlElement at = this;
    while (at != null
        && (at.id().isEmpty() || at.isExtension() || at.name.endsWith("EventDefinition"))) {
      at = at.parent;
    }
    return at;
  }

  Stream<XmlElement> children(String wanted) {
    return children.stream().filter(child -> child.is(wanted));
  }

  /** This and all below, in the order of the file. */
  Stream<XmlElement> all() {
    return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
  }

  Stream<XmlElement> all(String wanted) {
    return all().filter(element -> element.is(wanted));
  }

  /** Elements of the engine directly in {@code extensionElements}. */
  Stream<XmlElement> extensions(String wanted) {
    return children("extensionElements").flatMap(e -> e.children(wanted));
  }

  /** The extension properties by name, as Modeler's property list shows them. */
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    extensions("properties")
        .flatMap(list -> list.children("property"))
        .forEach(p -> properties.putIfAbsent(p.attribute("name"), p.attribute("value")));
    return properties;
  }
}
