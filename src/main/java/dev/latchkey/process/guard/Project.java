package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All files of one deployment, read, and what was deployed before. */
final class Project {
  private final List<Diagram> diagrams = new ArrayList<>();
  private final List<XmlElement> decisionFiles = new ArrayList<>();
  private final Map<String, FormFile> forms = new LinkedHashMap<>();
  private final Map<String, Optional<Diagram>> before = new LinkedHashMap<>();
  private final Vocabulary vocabulary;
  private final Elsewhere elsewhere;
  private boolean complete = true;

  Project(Vocabulary vocabulary, Elsewhere elsewhere) {
    this.vocabulary = vocabulary;
    this.elsewhere = elsewhere;
  }

  /** A file cannot be read, so nothing can be said of what is missing. */
  void addUnreadable() {
    complete = false;
  }

  boolean complete() {
    return complete;
  }

  void add(Diagram diagram) {
    diagrams.add(diagram);
  }

  void addDecisions(XmlElement root) {
    decisionFiles.add(root);
  }

  void add(FormFile form) {
    forms.putIfAbsent(form.id(), form);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  Elsewhere elsewhere() {
    return elsewhere;
  }

  List<Diagram> diagrams() {
    return diagrams;
  }

  List<XmlElement> decisionFiles() {
    return decisionFiles;
  }

  Stream<XmlElement> decisions() {
    return decisionFiles.stream().flatMap(root -> root.children("decision"));
  }

  /** Null if the form is not among the files. */
  FormFile form(String id) {
    return forms.get(id);
  }

  Stream<FormFile> forms() {
    return forms.values().stream();
  }

  Stream<Scope> processes() {
    return diagrams.stream().flatMap(diagram -> diagram.processes().stream());
  }

  Stream<Node> nodes() {
    return diagrams.stream().flatMap(Diagram::nodes);
  }

  /** The process of this id among the files. */
  Optional<Scope> ownProcess(String id) {
    return processes().filter(process -> process.id().equals(id)).findFirst();
  }

  /**
   * What a call runs: a process among the files, or where the binding allows it one from before.
   */
  Optional<Scope> called(Node call) {
    String id = call.element().attribute("calledElement");
    Optional<Scope> own = ownProcess(id);
    return own.isPresent() || boundToDeployment(call) ? own : earlier(id);
  }

  static boolean boundToDeployment(Node call) {
    return "deployment".equals(call.element().extension("calledElementBinding"));
  }

  private Optional<Scope> earlier(String id) {
    return before
        .computeIfAbsent(
            id,
            key ->
                elsewhere
                    .process(key)
                    .map(xml -> SafeXml.read(key, xml, new Findings()))
                    .map(root -> new Diagram(key, root)))
        .flatMap(
            diagram -> diagram.processes().stream().filter(p -> p.id().equals(id)).findFirst());
  }

  /** Calls of this process by the files. */
  List<Node> callsOf(String processId) {
    return nodes()
        .filter(node -> node.is("callActivity"))
        .filter(node -> node.element().attribute("calledElement").equals(processId))
        .toList();
  }
}
