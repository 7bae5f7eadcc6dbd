package dev.latchkey.process.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What changed from one version of a file of decisions to another: columns, rows and cells. */
final class DecisionChanges {
  private static final int LONGEST_ROW = 160;
  private final Map<String, XmlElement> before;
  private final Map<String, XmlElement> after;
  private final List<String> sentences = new ArrayList<>();

  DecisionChanges(XmlElement before, XmlElement after) {
    this.before = byId(before.children("decision").toList());
    this.after = byId(after.children("decision").toList());
  }

  private static Map<String, XmlElement> byId(List<XmlElement> elements) {
    return elements.stream()
        .collect(
            Collectors.toMap(XmlElement::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
  }

  List<String> sentences() {
    after.forEach(
        (id, now) -> {
          if (before.containsKey(id)) {
            compare(before.get(id), now);
          } else {
            sentences.add(name(now) + " added");
          }
        });
    before.forEach(
        (id, then) -> {
          if (!after.containsKey(id)) {
            sentences.add(name(then) + " removed");
          }
        });
    return sentences;
  }

  private static String name(XmlElement decision) {
    return "Decision "
        + Changes.quoted(decision.label().isEmpty() ? decision.id() : decision.label());
  }

  private void compare(XmlElement then, XmlElement now) {
    String decision = name(now);
    value(decision + ": name", then.label(), now.label());
    value(
        decision + ": time to live",
        then.extension("historyTimeToLive"),
        now.extension("historyTimeToLive"));
    value(decision + ": needs", needs(then), needs(now));
    List<XmlElement> tables = then.children("decisionTable").toList();
    List<XmlElement> newTables = now.children("decisionTable").toList();
    if (tables.size() == 1 && newTables.size() == 1) {
      compareTables(
          decision, new DecisionTable(tables.get(0)), new DecisionTable(newTables.get(0)));
    }
  }

  private static String needs(XmlElement decision) {
    return decision
        .all("requiredDecision")
        .map(required -> required.attribute("href"))
        .collect(Collectors.joining(", "));
  }

  private void compareTables(String decision, DecisionTable then, DecisionTable now) {
    value(decision + ": hit policy", then.hitPolicy(), now.hitPolicy());
    Map<String, String> columns = columns(then);
    Map<String, String> newColumns = columns(now);
    newColumns.forEach(
        (id, column) -> {
          if (columns.containsKey(id)) {
            value(decision + ": column", columns.get(id), column);
          } else {
            sentences.add(decision + ": column " + column + " added");
          }
        });
    columns.forEach(
        (id, column) -> {
          if (!newColumns.containsKey(id)) {
            sentences.add(decision + ": column " + column + " removed");
          }
        });
    compareRows(decision, then, now);
  }

  /** What a column is, by its id. */
  private static Map<String, String> columns(DecisionTable table) {
    Map<String, String> columns = new LinkedHashMap<>();
    table
        .inputs()
        .forEach(
            i ->
                columns.put(
                    i.element().id(),
                    i.expression()
                        + " ("
                        + i.type()
                        + ")"
                        + (i.domain().isEmpty() ? "" : " of " + String.join(", ", i.domain()))));
    table.outputs().forEach(o -> columns.put(o.element().id(), o.name() + " (" + o.type() + ")"));
    return columns;
  }

  private void compareRows(String decision, DecisionTable then, DecisionTable now) {
    Map<String, DecisionTable.Row> rows = rows(then);
    Map<String, DecisionTable.Row> newRows = rows(now);
    newRows.forEach(
        (id, row) -> {
          if (rows.containsKey(id)) {
            compareCells(decision + ", " + row.name(), cells(then, rows.get(id)), cells(now, row));
          } else {
            sentences.add(decision + ", " + row.name() + " added: " + inShort(now, row));
          }
        });
    rows.forEach(
        (id, row) -> {
          if (!newRows.containsKey(id)) {
            sentences.add(decision + ", " + row.name() + " removed: " + inShort(then, row));
          }
        });
    List<String> kept = new ArrayList<>(rows.keySet());
    kept.retainAll(newRows.keySet());
    List<String> order = new ArrayList<>(newRows.keySet());
    order.retainAll(rows.keySet());
    if (!kept.equals(order)) {
      sentences.add(decision + ": the rows stand in another order");
    }
  }

  private static Map<String, DecisionTable.Row> rows(DecisionTable table) {
    Map<String, DecisionTable.Row> rows = new LinkedHashMap<>();
    table.rows().forEach(row -> rows.putIfAbsent(row.element().id(), row));
    return rows;
  }

  /** Cells by the name of their column. */
  private static Map<String, String> cells(DecisionTable table, DecisionTable.Row row) {
    Map<String, String> cells = new LinkedHashMap<>();
    IntStream.range(0, Math.min(row.tests().size(), table.inputs().size()))
        .forEach(
            i ->
                cells.put(
                    table.inputs().get(i).expression(), DecisionTable.text(row.tests().get(i))));
    IntStream.range(0, Math.min(row.results().size(), table.outputs().size()))
        .forEach(
            i ->
                cells.put(table.outputs().get(i).name(), DecisionTable.text(row.results().get(i))));
    return cells;
  }

  private void compareCells(String row, Map<String, String> then, Map<String, String> now) {
    now.forEach((column, cell) -> value(row + ": " + column, then.get(column), cell));
  }

  private static String inShort(DecisionTable table, DecisionTable.Row row) {
    String cells =
        cells(table, row).entrySet().stream()
            .filter(cell -> !Feel.isAny(cell.getValue()))
            .map(cell -> cell.getKey() + " " + cell.getValue())
            .collect(Collectors.joining(", "));
    return cells.length() > LONGEST_ROW ? cells.substring(0, LONGEST_ROW) + "…" : cells;
  }

  /** Of a column that is new, nothing more is told. */
  private void value(String what, String then, String now) {
    if (then != null && !Objects.equals(then, now)) {
      sentences.add(Changes.changed(what, then, now));
    }
  }
}
