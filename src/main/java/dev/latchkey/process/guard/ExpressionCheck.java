package dev.latchkey.process.guard;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expressions name building blocks, or compare variables that somebody writes. Methods, properties
 * and names that nobody knows are refused here already, though the engine could not resolve them
 * either: it would only say so when the first person arrives there.
 */
final class ExpressionCheck {
  private static final String PLAIN =
      "Expressions name a building block, like ${sendCodeDelegate}, or compare variables, like"
          + " ${outcome == 'accepted'}";

  private final Project project;
  private final Findings findings;
  private final Set<String> variables;
  private final Map<String, Set<String>> answers;

  ExpressionCheck(Project project, Findings findings) {
    this.project = project;
    this.findings = findings;
    this.variables = Variables.known(project);
    this.answers = Variables.answers(project);
  }

  void check(Diagram diagram) {
    diagram.root().all().filter(ExpressionCheck::evaluated).forEach(this::checkElement);
  }

  /** Labels and descriptions are text, except on tasks for people. */
  private static boolean evaluated(XmlElement element) {
    return !element.is("documentation")
        && !element.uri().endsWith("/DI")
        && !element.is("property");
  }

  private void checkElement(XmlElement element) {
    for (XmlElement.Attribute attribute : element.attributes()) {
      boolean label = attribute.uri().isEmpty() && attribute.name().equals("name");
      if (attribute.name().equals("delegateExpression")) {
        checkBean(element, attribute.value());
      } else if (Expressions.isExpression(attribute.value())
          && !(label && !element.is("userTask"))) {
        checkExpression(element, attribute.value());
      } else if (attribute.name().equals("expression")) {
        checkExpression(element, attribute.value());
      }
    }
    if (Expressions.isExpression(element.text())) {
      checkExpression(element, element.text());
    }
  }

  private void checkBean(XmlElement element, String text) {
    Set<String> allowed = allowed(element);
    String name = Expressions.bean(text).orElse(text);
    if (!allowed.contains(name)) {
      findings.add(
          Rule.UNKNOWN_BEAN,
          element,
          "There is no building block " + text + " for this place",
          Nearest.to(name, allowed)
              .map(near -> "Did you mean ${" + near + "}?")
              .orElse("Choose one of the building blocks, such as ${sendNoticesDelegate}"));
    }
  }

  private Set<String> allowed(XmlElement element) {
    Vocabulary vocabulary = project.vocabulary();
    if (element.isExtension() && element.is("executionListener")) {
      return vocabulary.executionListeners();
    }
    return element.isExtension() && element.is("taskListener")
        ? vocabulary.taskListeners()
        : vocabulary.delegates();
  }

  private void checkExpression(XmlElement element, String text) {
    Expressions.Read read = Expressions.read(text);
    if (!read.problem().isEmpty()) {
      findings.add(
          Rule.EXPRESSION,
          element,
          "The expression " + text + " is refused: " + read.problem(),
          PLAIN);
      return;
    }
    Set<String> unknown = new HashSet<>(read.variables());
    unknown.removeAll(variables);
    unknown.forEach(
        name ->
            findings.add(
                Rule.UNKNOWN_VARIABLE,
                element,
                "Nobody writes the variable " + name + " that " + text + " reads",
                Nearest.to(name, variables)
                    .map(near -> "Did you mean " + near + "?")
                    .orElse("Let a form, a call or a decision write it, or correct the name")));
    Conditions.comparisons(read.tree())
        .forEach(compared -> checkAnswer(element, compared.variable(), compared.word()));
  }

  private void checkAnswer(XmlElement element, String variable, String word) {
    Set<String> possible = answers.getOrDefault(variable, Set.of());
    if (!possible.isEmpty() && !possible.contains(word)) {
      findings.add(
          Rule.UNKNOWN_ANSWER,
          element,
          variable + " is never '" + word + "'",
          "Compare with one of: " + possible.stream().sorted().collect(Collectors.joining(", ")));
    }
  }
}
