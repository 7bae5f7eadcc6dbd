package dev.latchkey.process.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Something that an analyst sees in a diagram, with all that is set on it, in words. */
final class DrawnElement {
  /** The fact that a timer is about. */
  static final String TIME = "time";

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("process", "Process"),
          Map.entry("startEvent", "Start"),
          Map.entry("endEvent", "End"),
          Map.entry("intermediateCatchEvent", "Event"),
          Map.entry("intermediateThrowEvent", "Event"),
          Map.entry("boundaryEvent", "Event"),
          Map.entry("task", "Task"),
          Map.entry("manualTask", "Task"),
          Map.entry("serviceTask", "Task"),
          Map.entry("sendTask", "Task"),
          Map.entry("scriptTask", "Script"),
          Map.entry("userTask", "User task"),
          Map.entry("businessRuleTask", "Decision"),
          Map.entry("receiveTask", "Wait"),
          Map.entry("callActivity", "Call"),
          Map.entry("subProcess", "Sub-process"),
          Map.entry("exclusiveGateway", "Gateway"),
          Map.entry("eventBasedGateway", "Gateway"),
          Map.entry("parallelGateway", "Parallel gateway"),
          Map.entry("inclusiveGateway", "Inclusive gateway"),
          Map.entry("sequenceFlow", "Flow"),
          Map.entry("message", "Message"),
          Map.entry("error", "Error"),
          Map.entry("escalation", "Escalation"),
          Map.entry("textAnnotation", "Note"),
          Map.entry("participant", "Pool"),
          Map.entry("lane", "Lane"));

  private static final Map<String, String> EVENTS =
      Map.of(
          "timer", "Timer", "message", "Message event", "error", "Error event", "signal", "Signal");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("default", "default flow"),
          Map.entry("delegateExpression", "building block"),
          Map.entry("asyncBefore", "save point before it"),
          Map.entry("asyncAfter", "save point behind it"),
          Map.entry("candidateGroups", "group"),
          Map.entry("assignee", "person"),
          Map.entry("formRef", "form"),
          Map.entry("formKey", "form"),
          Map.entry("formRefBinding", "version of the form"),
          Map.entry("calledElement", "called process"),
          Map.entry("calledElementBinding", "version of the called process"),
          Map.entry("decisionRef", "decision"),
          Map.entry("decisionRefBinding", "version of the decision"),
          Map.entry("resultVariable", "result"),
          Map.entry("cancelActivity", "interrupting"),
          Map.entry("isInterrupting", "interrupting"),
          Map.entry("attachedToRef", "attached to"),
          Map.entry("messageRef", "message"),
          Map.entry("errorRef", "error"),
          Map.entry("errorCode", "code"),
          Map.entry("historyTimeToLive", "time to live"),
          Map.entry("conditionExpression", "condition"),
          Map.entry("failedJobRetryTimeCycle", "tries after a failure"),
          Map.entry("documentation", "description"),
          Map.entry("timeDuration", TIME),
          Map.entry("timeDate", TIME),
          Map.entry("timeCycle", TIME));

  /** Told in another way, or of no meaning. */
  private static final Set<String> SKIPPED =
      Set.of("id", "name", "sourceRef", "targetRef", "modelerTemplateVersion");

  /** Holds other parts and says nothing itself. */
  private static final Set<String> WRAPPERS =
      Set.of("extensionElements", "properties", "inputOutput", "multiInstanceLoopCharacteristics");

  private final XmlElement element;
  private final Map<String, DrawnElement> all;

  /**
   * @param all the elements of the same diagram by id, to be asked later
   */
  DrawnElement(XmlElement element, Map<String, DrawnElement> all) {
    this.element = element;
    this.all = all;
  }

  static boolean isDrawn(XmlElement element) {
    return KINDS.containsKey(element.name())
        && !element.id().isEmpty()
        && element.uri().endsWith("/MODEL");
  }

  boolean is(String name) {
    return element.is(name);
  }

  String attribute(String name) {
    return element.attribute(name);
  }

  String kind() {
    return element.children().stream()
        .filter(part -> part.name().endsWith("EventDefinition"))
        .map(part -> part.name().replace("EventDefinition", ""))
        .map(EVENTS::get)
        .filter(event -> event != null && !is("endEvent") && !is("startEvent"))
        .findFirst()
        .orElse(KINDS.get(element.name()));
  }

  /** What stands on it; empty if nothing does. */
  String text() {
    return is("textAnnotation") ? DecisionTable.text(element, "text") : element.label();
  }

  /** What it can be found by. */
  String label() {
    if (is("sequenceFlow")) {
      String ends =
          "from "
              + Changes.quoted(labelOf(attribute("sourceRef")))
              + " to "
              + Changes.quoted(labelOf(attribute("targetRef")));
      return text().isEmpty() ? ends : Changes.quoted(text()) + " " + ends;
    }
    return text().isEmpty() ? element.id() : text();
  }

  String named() {
    return kind() + " " + (is("sequenceFlow") ? label() : Changes.quoted(label()));
  }

  String labelOf(String id) {
    DrawnElement other = all.get(id);
    return other == null
        ? id
        : other.is("sequenceFlow") && !other.text().isEmpty() ? other.text() : other.label();
  }

  /** What is set on it, by what it is called. */
  Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    attributes(element, facts);
    element.children().forEach(part -> part(part, facts));
    return facts;
  }

  private void part(XmlElement part, Map<String, String> facts) {
    if (isDrawn(part)
        || Set.of("incoming", "outgoing", "flowNodeRef", "text").contains(part.name())) {
      return;
    }
    if (WRAPPERS.contains(part.name()) || part.name().endsWith("EventDefinition")) {
      attributes(part, facts);
      part.children().forEach(inner -> part(inner, facts));
      return;
    }
    put(facts, partName(part), part.text().isEmpty() ? values(part) : part.text());
    part.children().forEach(inner -> part(inner, facts));
  }

  private void attributes(XmlElement of, Map<String, String> facts) {
    for (XmlElement.Attribute attribute : of.attributes()) {
      if (!SKIPPED.contains(attribute.name())) {
        put(
            facts,
            WORDS.getOrDefault(attribute.name(), attribute.name()),
            attribute.name().matches("default|attachedToRef|messageRef|errorRef")
                ? Changes.quoted(labelOf(attribute.value()))
                : attribute.value());
      }
    }
  }

  private static String partName(XmlElement part) {
    return switch (part.name()) {
      case "property" -> "setting " + part.attribute("name");
      case "in" -> "what is handed in";
      case "out" -> "what is handed back";
      case "inputParameter" -> "input " + part.attribute("name");
      case "outputParameter" -> "output " + part.attribute("name");
      case "executionListener", "taskListener" -> "listener at " + part.attribute("event");
      default -> WORDS.getOrDefault(part.name(), part.name());
    };
  }

  private static String values(XmlElement part) {
    return part.attributes().stream()
        .filter(a -> !Set.of("id", "name", "event").contains(a.name()))
        .map(a -> a.name().matches("value|delegateExpression") ? a.value() : word(a))
        .collect(Collectors.joining(" "));
  }

  private static String word(XmlElement.Attribute attribute) {
    return attribute.name() + " " + attribute.value();
  }

  private static void put(Map<String, String> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.merge(name, value, (one, other) -> one + ", " + other);
    }
  }
}
