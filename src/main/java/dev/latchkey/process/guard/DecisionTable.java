package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A decision table as it is written. */
final class DecisionTable {
  private final XmlElement element;
  private final List<Input> inputs = new ArrayList<>();
  private final List<Output> outputs = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();

  /**
   * A column to compare.
   *
   * @param domain its only values, or empty if there may be others
   */
  record Input(XmlElement element, String expression, String type, Set<String> domain) {}

  /** A column of the result. */
  record Output(XmlElement element, String name, String type) {}

  /** A rule; its cells stand in the order of the columns. */
  record Row(XmlElement element, int number, List<XmlElement> tests, List<XmlElement> results) {
    String name() {
      String description = text(element, "description");
      return "row " + number + (description.isEmpty() ? "" : " (" + description + ")");
    }
  }

  DecisionTable(XmlElement element) {
    this.element = element;
    element.children("input").map(DecisionTable::input).forEach(inputs::add);
    element
        .children("output")
        .map(o -> new Output(o, o.attribute("name"), o.attribute("typeRef")))
        .forEach(outputs::add);
    element
        .children("rule")
        .forEach(
            rule ->
                rows.add(
                    new Row(
                        rule,
                        rows.size() + 1,
                        rule.children("inputEntry").toList(),
                        rule.children("outputEntry").toList())));
  }

  private static Input input(XmlElement input) {
    Optional<XmlElement> expression = input.children("inputExpression").findFirst();
    String type = expression.map(e -> e.attribute("typeRef")).orElse("");
    Set<String> declared =
        input
            .children("inputValues")
            .findFirst()
            .map(values -> Feel.literals(text(values, "text")))
            .orElse(Set.of());
    Set<String> domain =
        declared.isEmpty() && type.equals("boolean") ? Set.of("true", "false") : declared;
    return new Input(input, expression.map(e -> text(e, "text")).orElse(""), type, domain);
  }

  static String text(XmlElement parent, String child) {
    return parent.children(child).map(XmlElement::text).findFirst().orElse("");
  }

  static String text(XmlElement cell) {
    return text(cell, "text");
  }

  XmlElement element() {
    return element;
  }

  String hitPolicy() {
    String policy = element.attribute("hitPolicy");
    return policy.isEmpty() ? "UNIQUE" : policy;
  }

  List<Input> inputs() {
    return inputs;
  }

  List<Output> outputs() {
    return outputs;
  }

  List<Row> rows() {
    return rows;
  }

  /** What fits each column of a row, or empty if one cell is more than a list of literals. */
  Optional<List<Value>> values(Row row) {
    List<Value> values = new ArrayList<>();
    for (XmlElement cell : row.tests()) {
      Optional<Value> value = Feel.values(text(cell));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return values.size() == inputs.size() ? Optional.of(values) : Optional.empty();
  }
}
