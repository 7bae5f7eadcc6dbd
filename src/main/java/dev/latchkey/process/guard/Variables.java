package dev.latchkey.process.guard;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The process variables that the files of a deployment and the program write. */
final class Variables {
  private Variables() {}

  static Set<String> known(Project project) {
    Set<String> known = new HashSet<>(project.vocabulary().variables());
    known.addAll(Words.HANDED_ON);
    project.forms().forEach(form -> known.addAll(form.fields()));
    project
        .nodes()
        .map(node -> node.element().extension("formRef"))
        .filter(form -> !form.isEmpty() && project.form(form) == null)
        .flatMap(form -> project.elsewhere().form(form).stream())
        .flatMap(form -> OwnFormReader.read(FormFile.json(form)).form().fields())
        .forEach(field -> known.add(field.key()));
    project.diagrams().forEach(diagram -> written(diagram).forEach(w -> known.add(w.name())));
    project
        .decisions()
        .flatMap(decision -> decision.all("output"))
        .forEach(output -> known.add(output.attribute("name")));
    return known;
  }

  record Written(XmlElement at, String name) {}

  /**
   * What the diagram itself writes: mappings, parameters, results and fields of generated forms.
   */
  static Stream<Written> written(Diagram diagram) {
    return diagram
        .root()
        .all()
        .flatMap(
            element ->
                Stream.concat(ofElement(element), ofResult(element))
                    .filter(written -> !written.name().isEmpty()));
  }

  private static Stream<Written> ofElement(XmlElement element) {
    if (!element.isExtension()) {
      return Stream.empty();
    }
    return switch (element.name()) {
      case "in", "out" -> Stream.of(new Written(element, element.attribute("target")));
      case "inputParameter", "outputParameter" ->
          Stream.of(new Written(element, element.attribute("name")));
      case "formField" -> Stream.of(new Written(element, element.attribute("id")));
      default -> Stream.empty();
    };
  }

  private static Stream<Written> ofResult(XmlElement element) {
    return Stream.of(
            "resultVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable")
        .map(name -> new Written(element, element.extension(name)));
  }

  /** All values of the variables that have few; outcomes are those that the diagrams give. */
  static Map<String, Set<String>> answers(Project project) {
    Map<String, Set<String>> answers = new HashMap<>(project.vocabulary().answers());
    Set<String> outcomes =
        project
            .nodes()
            .map(node -> node.property(Words.OUTCOME))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
    if (!outcomes.isEmpty()) {
      answers.put(Words.OUTCOME, outcomes);
    }
    return answers;
  }
}
