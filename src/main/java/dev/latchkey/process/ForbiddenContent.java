package dev.latchkey.process;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Walks through a diagram or decision as it is written and notes what is refused, with the id of
 * the nearest element that has one.
 */
final class ForbiddenContent extends DefaultHandler {
  private static final Set<String> EXTENSIONS =
      Set.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String USE_DELEGATE =
      "; name a delegate with delegateExpression=\"${...}\" instead";
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "scriptTask", "Scripts are not run here" + USE_DELEGATE,
          "script", "Scripts are not run here" + USE_DELEGATE,
          "connector", "Connectors are not run here" + USE_DELEGATE,
          "errorEventDefinition", "External tasks are not used here" + USE_DELEGATE);

  static final String CASE_FILE_FORM = "embedded:/camunda/latchkey/case-file";

  private final boolean decision;
  private final List<Problem> problems = new ArrayList<>();
  private final Deque<String> ids = new ArrayDeque<>();
  private Locator locator;

  /**
   * @param decision whether the file is a DMN file, in which only FEEL is allowed
   */
  ForbiddenContent(boolean decision) {
    this.decision = decision;
  }

  /** What was refused, in the order of the file; empty if nothing was. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void setDocumentLocator(Locator documentLocator) {
    this.locator = documentLocator;
  }

  @Override
  public void startElement(String uri, String name, String qName, Attributes attributes) {
    String id = attributes.getValue("id");
    ids.push(id != null ? id : ids.isEmpty() ? "" : ids.peek());
    Element element = new Element(uri, name, qName, attributes, locator);
    checkElement(uri, name, attributes, element);
    for (int i = 0; i < attributes.getLength(); i++) {
      checkAttribute(
          attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i), element);
    }
  }

  @Override
  public void endElement(String uri, String name, String qName) {
    ids.pop();
  }

  private void checkElement(String uri, String name, Attributes attributes, Element element) {
    boolean ours = EXTENSIONS.contains(uri);
    boolean ordinaryError = "errorEventDefinition".equals(name) && !ours;
    if (ELEMENTS.containsKey(name) && !ordinaryError) {
      refuse(ELEMENTS.get(name), element);
    }
    if ("import".equals(name)) {
      refuse("Files are not imported here; deploy what is needed in one deployment", element);
    }
    if ("conditionExpression".equals(name) && attributes.getValue("language") != null) {
      refuse("Conditions are plain expressions like ${variable == 'x'}; remove language", element);
    }
    if (ours && "constraint".equals(name) && "validator".equals(attributes.getValue("name"))) {
      refuse("Form validators of one's own are not run here", element);
    }
  }

  private void checkAttribute(String uri, String name, String value, Element element) {
    boolean ofExtensionElement = uri.isEmpty() && EXTENSIONS.contains(element.getUri());
    if (ofExtensionElement || EXTENSIONS.contains(uri)) {
      checkExtension(name, value, element);
    } else if (SCHEMA_INSTANCE.equals(uri)) {
      checkSchema(name, value, element);
    } else if (decision && "expressionLanguage".equals(name) && !isFeel(value)) {
      refuse("Decisions are written in FEEL; " + value + " is not run here", element);
    }
  }

  private void checkExtension(String name, String value, Element element) {
    if (name.toLowerCase(Locale.ROOT).endsWith("class")) {
      refuse("The class " + value + " is not run here" + USE_DELEGATE, element);
    } else if ("type".equals(name) && !"formField".equals(element.getTagName())) {
      refuse("Tasks of type " + value + " are not run here" + USE_DELEGATE, element);
    } else if ("resource".equals(name)) {
      refuse("Scripts are not run here" + USE_DELEGATE, element);
    } else if ("formKey".equals(name) && !isForm(value)) {
      refuse("Forms are Camunda Forms of the same deployment; use formRef", element);
    }
  }

  private void checkSchema(String name, String value, Element element) {
    if (name.endsWith("chemaLocation") && value.matches("(?s).*\\s\\S*[:/].*|[^\\s]*")) {
      refuse("Schemas are not fetched from elsewhere; remove " + name, element);
    }
  }

  /** The case file is the one form that runs code in a reviewer's browser, and it is ours. */
  private static boolean isForm(String key) {
    return key.startsWith("camunda-forms:deployment:") || key.equals(CASE_FILE_FORM);
  }

  private static boolean isFeel(String language) {
    String lower = language.toLowerCase(Locale.ROOT);
    return lower.equals("feel")
        || lower.matches("https?://www\\.omg\\.org/spec/(feel/\\d+|dmn/\\d+/feel)/?");
  }

  private void refuse(String message, Element element) {
    problems.add(new ProblemImpl(message, element, ids.peek()));
  }
}
