package dev.latchkey.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.util.StringUtils;

/** An element template of Camunda Modeler, as far as diagrams can be held against it. */
record ElementTemplate(String name, JsonNode json) {
  static final Path FOLDER = Path.of(".camunda/element-templates");
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final List<ElementTemplate> ALL =
      Diagram.files(FOLDER, ".json").map(ElementTemplate::read).toList();

  static List<ElementTemplate> all() {
    return ALL;
  }

  /** The template in the file of this name, which goes without its ending. */
  static ElementTemplate of(String name) {
    return read(FOLDER.resolve(name + ".json"));
  }

  /** The template that an element says it was made from, or empty if it names none that exists. */
  static Optional<ElementTemplate> usedBy(BaseElement element) {
    DomElement dom = element.getDomElement();
    String id = dom.getAttribute(CAMUNDA, "modelerTemplate");
    String version = dom.getAttribute(CAMUNDA, "modelerTemplateVersion");
    return ALL.stream()
        .filter(template -> template.id().equals(id))
        .filter(template -> template.json.path("version").asText().equals(version))
        .findFirst();
  }

  private static ElementTemplate read(Path file) {
    try {
      String name = file.getFileName().toString().replace(".json", "");
      return new ElementTemplate(name, new ObjectMapper().readTree(file.toFile()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file.toString(), unreadable);
    }
  }

  String id() {
    return json.path("id").asText();
  }

  Stream<JsonNode> properties() {
    return each(json.path("properties"));
  }

  /** All values that a diagram can get from this template in the attribute or property named. */
  Stream<String> values(String bindingName) {
    return properties()
        .filter(property -> property.at("/binding/name").asText().equals(bindingName))
        .flatMap(
            property ->
                property.has("choices")
                    ? choices(property).map(choice -> choice.path("value").asText())
                    : Stream.of(property.path("value").asText()))
        .filter(value -> !value.isEmpty());
  }

  /** What the diagram gets if this is chosen in the field of this label. */
  String value(String field, String choice) {
    return properties()
        .filter(property -> property.path("label").asText().equals(field))
        .flatMap(ElementTemplate::choices)
        .filter(each -> each.path("name").asText().equals(choice))
        .map(each -> each.path("value").asText())
        .findFirst()
        .orElseThrow();
  }

  /** What of the element is not as the template wants it. */
  List<String> contradictions(BaseElement element) {
    DomElement dom = element.getDomElement();
    List<String> found = new ArrayList<>();
    if (!types().contains("bpmn:" + StringUtils.capitalize(dom.getLocalName()))) {
      found.add("is not for " + dom.getLocalName());
    }
    properties()
        .filter(property -> !agrees(property, value(dom, property.path("binding"))))
        .forEach(property -> found.add(property.path("binding") + " does not agree"));
    if (ofOurKinds(dom) > properties().filter(ElementTemplate::isExtension).count()) {
      found.add("Modeler would remove mappings, properties or listeners that it does not name");
    }
    return found;
  }

  private List<String> types() {
    return json.has("elementType")
        ? List.of(json.at("/elementType/value").asText())
        : each(json.path("appliesTo")).map(JsonNode::asText).toList();
  }

  private static boolean agrees(JsonNode property, String value) {
    return switch (property.path("type").asText()) {
      case "Hidden" -> property.path("value").asText().equals(value);
      case "Dropdown" -> choices(property).anyMatch(c -> c.path("value").asText().equals(value));
      case "Boolean" -> value == null || value.matches("true|false");
      default -> fits(property.path("constraints"), value);
    };
  }

  private static boolean fits(JsonNode constraints, String value) {
    String text = value == null ? "" : value;
    boolean there = !text.isEmpty() || !constraints.path("notEmpty").asBoolean();
    return there && text.matches(constraints.at("/pattern/value").asText("[\\s\\S]*"));
  }

  /** Null if the element has nothing there. */
  private static String value(DomElement element, JsonNode binding) {
    String name = binding.path("name").asText();
    return switch (binding.path("type").asText()) {
      case "property" ->
          name.startsWith("camunda:")
              ? element.getAttribute(CAMUNDA, name.substring("camunda:".length()))
              : element.getAttribute(name);
      case "camunda:property" ->
          extension(element, "property", p -> name.equals(p.getAttribute("name")), "value");
      case "camunda:in:businessKey" ->
          extension(element, "in", in -> in.hasAttribute("businessKey"), "businessKey");
      case "camunda:in" ->
          extension(
              element,
              "in",
              in -> binding.path("target").asText().equals(in.getAttribute("target")),
              binding.path("expression").asBoolean() ? "sourceExpression" : "source");
      case "camunda:out" ->
          extension(
              element,
              "out",
              out -> binding.path("source").asText().equals(out.getAttribute("source")),
              "target");
      case "camunda:executionListener" ->
          extension(
              element,
              "executionListener",
              l -> binding.path("event").asText().equals(l.getAttribute("event")),
              binding.path("implementationType").asText());
      default -> throw new AssertionError("No test knows the binding " + binding);
    };
  }

  private static String extension(
      DomElement element, String name, Predicate<DomElement> which, String attribute) {
    return extensions(element)
        .filter(each -> each.getLocalName().equals(name))
        .filter(which)
        .map(each -> each.getAttribute(attribute))
        .findFirst()
        .orElse(null);
  }

  /** How many extensions there are of the kinds that this template writes. */
  private long ofOurKinds(DomElement element) {
    List<String> kinds =
        properties()
            .filter(ElementTemplate::isExtension)
            .map(property -> kind(property.at("/binding/type").asText().split(":", -1)[1]))
            .toList();
    return extensions(element).filter(each -> kinds.contains(kind(each.getLocalName()))).count();
  }

  private static boolean isExtension(JsonNode property) {
    return !property.at("/binding/type").asText().equals("property");
  }

  /** What goes into a call and what comes out is replaced together. */
  private static String kind(String extension) {
    return extension.equals("out") ? "in" : extension;
  }

  private static Stream<DomElement> extensions(DomElement element) {
    return element.getChildElements().stream()
        .filter(child -> child.getLocalName().equals("extensionElements"))
        .flatMap(all -> all.getChildElements().stream())
        .flatMap(
            each ->
                each.getLocalName().equals("properties")
                    ? each.getChildElements().stream()
                    : Stream.of(each));
  }

  private static Stream<JsonNode> choices(JsonNode property) {
    return each(property.path("choices"));
  }

  private static Stream<JsonNode> each(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  @Override
  public String toString() {
    return name;
  }
}
