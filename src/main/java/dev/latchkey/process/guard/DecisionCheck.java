package dev.latchkey.process.guard;

import dev.latchkey.process.guard.Vocabulary.Cell;
import dev.latchkey.process.guard.Vocabulary.Contract;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Decision tables that can be asked, and whose answers the program can read. */
final class DecisionCheck {
  private static final Set<String> POLICIES = Set.of("UNIQUE", "FIRST", "RULE ORDER", "COLLECT");
  private static final Set<String> ONE_ROW = Set.of("UNIQUE", "FIRST");
  private static final Set<String> TYPES =
      Set.of("string", "boolean", "integer", "long", "double", "date");

  private final Vocabulary vocabulary;
  private final Findings findings;

  DecisionCheck(Vocabulary vocabulary, Findings findings) {
    this.vocabulary = vocabulary;
    this.findings = findings;
  }

  void check(XmlElement root) {
    List<XmlElement> decisions = root.children("decision").toList();
    checkIds(root);
    checkLimits(root);
    String name = root.file().replaceFirst("\\.dmn$", "");
    if (decisions.stream().noneMatch(decision -> decision.id().equals(name))) {
      findings.add(
          Rule.DECISION,
          root.file(),
          "The file holds no decision " + name,
          "Give the main decision the name of the file");
    }
    decisions.forEach(decision -> checkDecision(root, decision));
  }

  /** Wherever FEEL is written, before anything reads it. */
  private void checkLimits(XmlElement root) {
    root.all("text")
        .filter(text -> !text.parent().is("textAnnotation"))
        .forEach(
            text ->
                FeelLimits.problem(text.text())
                    .ifPresent(
                        problem ->
                            findings.add(
                                Rule.FEEL_ENDLESS,
                                text,
                                "The expression " + inShort(text.text()) + " " + problem,
                                "Write a row for each case, with plain comparisons")));
  }

  private static String inShort(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  private void checkIds(XmlElement root) {
    Set<String> seen = new HashSet<>();
    root.all()
        .filter(element -> !element.id().isEmpty() && !seen.add(element.id()))
        .forEach(
            twin ->
                findings.add(
                    Rule.DUPLICATE_ID,
                    twin,
                    "The id " + twin.id() + " is given twice",
                    "Give one of the two another id"));
  }

  private void checkDecision(XmlElement root, XmlElement decision) {
    StructureCheck.checkTimeToLive(findings, decision);
    decision
        .all("requiredDecision")
        .filter(
            r -> root.children("decision").noneMatch(d -> r.attribute("href").equals("#" + d.id())))
        .forEach(
            required ->
                findings.add(
                    Rule.MISSING_DECISION,
                    required,
                    "The decision " + required.attribute("href") + " is not in this file",
                    "Add it, or delete the line to it"));
    List<XmlElement> tables = decision.children("decisionTable").toList();
    if (tables.size() != 1) {
      findings.add(Rule.DECISION, decision, "It is no decision table", "Draw it as a table");
      return;
    }
    DecisionTable table = new DecisionTable(tables.get(0));
    checkTable(table);
    Contract contract = vocabulary.decisions().get(decision.id());
    if (contract != null) {
      checkContract(root, decision, table, contract);
    }
  }

  private void checkTable(DecisionTable table) {
    String policy = table.hitPolicy();
    if (!POLICIES.contains(policy) || !table.element().attribute("aggregation").isEmpty()) {
      findings.add(
          Rule.HIT_POLICY,
          table.element(),
          "The hit policy "
              + policy
              + " "
              + table.element().attribute("aggregation")
              + " is not used here",
          "Choose Unique, First, Rule order or Collect without aggregation");
    }
    table.inputs().forEach(i -> checkType(i.element(), i.expression(), i.type()));
    table.outputs().forEach(o -> checkType(o.element(), o.name(), o.type()));
    table.inputs().forEach(input -> checkFeel(input.element(), input.expression(), false));
    table.rows().forEach(row -> checkRow(table, row));
    Coverage coverage = new Coverage(table);
    if (policy.equals("UNIQUE")) {
      coverage.overlaps().forEach(this::tell);
    }
    if (ONE_ROW.contains(policy)) {
      coverage
          .gap()
          .ifPresent(
              gap ->
                  findings.add(
                      Rule.GAP,
                      table.element(),
                      "No row fits " + gap,
                      "Add a row for it, or a last row that fits everything"));
    }
  }

  private void tell(Coverage.Overlap overlap) {
    findings.add(
        Rule.OVERLAP,
        overlap.second().element(),
        overlap.first().name() + " and " + overlap.second().name() + " can fit at once",
        "Make them differ in one column, or choose the hit policy First");
  }

  private void checkType(XmlElement column, String name, String type) {
    if (name.isEmpty() || !TYPES.contains(type)) {
      findings.add(
          Rule.DECISION_TYPE,
          column,
          name.isEmpty()
              ? "The column has no name"
              : "The column " + name + " has no type that is used here",
          "Give it a name and one of the types "
              + TYPES.stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private void checkRow(DecisionTable table, DecisionTable.Row row) {
    for (int i = 0; i < Math.min(row.tests().size(), table.inputs().size()); i++) {
      checkTest(row.tests().get(i), table.inputs().get(i));
    }
    for (int i = 0; i < Math.min(row.results().size(), table.outputs().size()); i++) {
      XmlElement cell = row.results().get(i);
      checkFeel(cell, DecisionTable.text(cell), false);
      checkCellType(cell, table.outputs().get(i).type());
    }
  }

  private void checkTest(XmlElement cell, DecisionTable.Input input) {
    String text = DecisionTable.text(cell);
    checkFeel(cell, text, true);
    checkCellType(cell, input.type());
    Set<String> never =
        Feel.values(text).map(Value::words).map(HashSet::new).orElseGet(HashSet::new);
    never.removeAll(input.domain());
    if (!input.domain().isEmpty() && !never.isEmpty()) {
      findings.add(
          Rule.DECISION_TYPE,
          cell,
          input.expression() + " is never " + never,
          "Use one of the column's values: "
              + input.domain().stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private void checkCellType(XmlElement cell, String type) {
    if (Feel.values(DecisionTable.text(cell)).isPresent()
        && Feel.mistyped(DecisionTable.text(cell), type)) {
      findings.add(
          Rule.DECISION_TYPE,
          cell,
          DecisionTable.text(cell) + " is no " + type,
          type.equals("string")
              ? "Put texts between quotation marks"
              : "Write a value of this type");
    }
  }

  private void checkFeel(XmlElement cell, String text, boolean tests) {
    if (FeelLimits.problem(text).isPresent()) {
      return;
    }
    (tests ? Feel.problemOfTests(text) : Feel.problemOf(text))
        .ifPresent(
            problem ->
                findings.add(
                    Rule.FEEL,
                    cell,
                    "The cell " + text + " cannot be read: " + problem,
                    "Write FEEL, like \"email\",\"phone\" or not(\"email\")"));
  }

  private void checkContract(
      XmlElement root, XmlElement decision, DecisionTable table, Contract contract) {
    if (!contract.hitPolicies().contains(table.hitPolicy())) {
      findings.add(
          Rule.HIT_POLICY,
          table.element(),
          "The program cannot read " + decision.id() + " with the hit policy " + table.hitPolicy(),
          "Choose " + String.join(" or ", contract.hitPolicies()));
    }
    Set<String> given = new HashSet<>(contract.inputs());
    root.all("output").map(output -> output.attribute("name")).forEach(given::add);
    table.inputs().stream()
        .filter(input -> input.expression().matches("\\w+") && !given.contains(input.expression()))
        .forEach(
            input ->
                findings.add(
                    Rule.UNKNOWN_VARIABLE,
                    input.element(),
                    "Nobody tells " + decision.id() + " " + input.expression(),
                    "It is told: " + given.stream().sorted().collect(Collectors.joining(", "))));
    Set<String> columns =
        table.outputs().stream().map(DecisionTable.Output::name).collect(Collectors.toSet());
    contract.outputs().keySet().stream()
        .filter(name -> !columns.contains(name))
        .forEach(
            name ->
                findings.add(
                    Rule.DECISION_OUTPUT,
                    decision,
                    "The column " + name + " is missing, which the program reads",
                    "Add an output of this name"));
    table.rows().forEach(row -> checkCells(table, row, contract));
  }

  private void checkCells(DecisionTable table, DecisionTable.Row row, Contract contract) {
    for (int i = 0; i < Math.min(row.results().size(), table.outputs().size()); i++) {
      Cell kind = contract.outputs().getOrDefault(table.outputs().get(i).name(), Cell.TEXT);
      XmlElement cell = row.results().get(i);
      Feel.literals(DecisionTable.text(cell)).stream()
          .filter(text -> !reads(kind, text, contract))
          .forEach(
              text ->
                  findings.add(
                      Rule.DECISION_OUTPUT,
                      cell,
                      "\"" + text + "\" cannot be read in " + row.name(),
                      kind == Cell.DURATION
                          ? "Write a duration like PT24H, or PT0S for none"
                          : "Write ways with commas between: "
                              + contract.ways().stream()
                                  .sorted()
                                  .collect(Collectors.joining(", "))));
    }
  }

  private static boolean reads(Cell kind, String text, Contract contract) {
    return switch (kind) {
      case TEXT -> true;
      case DURATION -> text.equals("PT0S") || Durations.read(text).isPresent();
      case WAYS ->
          !text.isBlank()
              && List.of(text.split(",", -1)).stream()
                  .allMatch(w -> contract.ways().contains(w.strip()));
    };
  }
}
