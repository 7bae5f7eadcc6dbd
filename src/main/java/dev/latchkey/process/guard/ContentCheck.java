package dev.latchkey.process.guard;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what could run foreign code or reach outside, wherever it is written: it looks at every
 * element and attribute, so that a place where the engine would read a script cannot be forgotten.
 */
final class ContentCheck {
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String USE_DELEGATE =
      "Name a building block with delegateExpression=\"${...}\" instead";
  private static final Map<String, Rule> ELEMENTS =
      Map.of("scriptTask", Rule.SCRIPT, "script", Rule.SCRIPT, "connector", Rule.CONNECTOR);
  private static final Map<Rule, String> PROBLEMS =
      Map.of(
          Rule.SCRIPT, "Scripts are not run here", Rule.CONNECTOR, "Connectors are not run here");

  private final Findings findings;
  private final boolean decision;

  /**
   * @param decision whether it is a DMN file, in which only FEEL is allowed
   */
  ContentCheck(Findings findings, boolean decision) {
    this.findings = findings;
    this.decision = decision;
  }

  void check(XmlElement root) {
    root.all()
        .forEach(
            element -> {
              checkElement(element);
              element.attributes().forEach(attribute -> checkAttribute(element, attribute));
            });
  }

  private void checkElement(XmlElement element) {
    Rule rule = ELEMENTS.get(element.name());
    if (rule != null) {
      findings.add(rule, element, PROBLEMS.get(rule), USE_DELEGATE);
    }
    if (element.is("errorEventDefinition") && element.isExtension()) {
      findings.add(Rule.EXTERNAL_TASK, element, "External tasks are not used here", USE_DELEGATE);
    }
    if (element.is("import")) {
      findings.add(
          Rule.IMPORT,
          element,
          "Files are not imported here",
          "Deploy what is needed together with this file");
    }
    if (element.is("conditionExpression") && !element.attribute("language").isEmpty()) {
      findings.add(
          Rule.SCRIPT,
          element,
          "Conditions are no scripts",
          "Write a plain expression like ${variable == 'x'} and remove language");
    }
    if (element.isExtension()
        && element.is("constraint")
        && "validator".equals(element.attribute("name"))) {
      findings.add(
          Rule.FOREIGN_CLASS,
          element,
          "Form validators of one's own are not run here",
          "Use the checks of the form editor");
    }
  }

  private void checkAttribute(XmlElement element, XmlElement.Attribute attribute) {
    boolean ours =
        XmlElement.EXTENSIONS.contains(attribute.uri())
            || (attribute.uri().isEmpty() && element.isExtension());
    if (ours) {
      checkExtension(element, attribute.name(), attribute.value());
    } else if (SCHEMA_INSTANCE.equals(attribute.uri())) {
      checkSchema(element, attribute.name(), attribute.value());
    } else if (decision && attribute.name().equals("expressionLanguage")) {
      checkLanguage(element, attribute.value());
    }
  }

  private void checkExtension(XmlElement element, String name, String value) {
    if (name.toLowerCase(Locale.ROOT).endsWith("class")) {
      findings.add(
          Rule.FOREIGN_CLASS, element, "The class " + value + " is not run here", USE_DELEGATE);
    } else if (name.equals("topic")
        || (name.equals("type") && !Set.of("formField", "template").contains(element.name()))) {
      findings.add(
          Rule.EXTERNAL_TASK,
          element,
          "Tasks of type " + value + " are not run here",
          USE_DELEGATE);
    } else if (name.equals("resource")) {
      findings.add(Rule.SCRIPT, element, "Scripts are not run here", USE_DELEGATE);
    } else if (name.equals("formKey") && !isForm(value)) {
      findings.add(
          Rule.FORM_KEY,
          element,
          "The form " + value + " is none of the deployment",
          "Forms are Camunda Forms among the deployed files: set formRef");
    }
  }

  /** The case file is the one form that runs code in a reviewer's browser, and it is ours. */
  private static boolean isForm(String key) {
    return key.startsWith("camunda-forms:deployment:") || key.equals(Guard.CASE_FILE_FORM);
  }

  private void checkSchema(XmlElement element, String name, String value) {
    if (name.endsWith("chemaLocation") && value.matches("(?s).*\\s\\S*[:/].*|[^\\s]*")) {
      findings.add(
          Rule.EXTERNAL_SCHEMA,
          element,
          "Schemas are not fetched from elsewhere",
          "Remove " + name);
    }
  }

  private void checkLanguage(XmlElement element, String language) {
    String lower = language.toLowerCase(Locale.ROOT);
    boolean feel =
        lower.equals("feel")
            || lower.matches("https?://www\\.omg\\.org/spec/(feel/\\d+|dmn/\\d+/feel)/?");
    if (!feel) {
      findings.add(
          Rule.LANGUAGE,
          element,
          "Decisions are written in FEEL; " + language + " is not run here",
          "Choose FEEL as expression language");
    }
  }
}
