package dev.latchkey.process.guard;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;

/**
 * The test bench of the decisions: beside {@code Name.dmn} stands {@code Name.dmn.csv} with what is
 * asked and what must be answered. The first line names the columns: {@code decision} where the
 * file holds several, the inputs, the outputs. An empty input is not told, an empty output is not
 * looked at. Of several rows that fit, the answers stand with {@code |} between; {@code (none)} is
 * written where no row fits.
 *
 * <p>A file with any other error is not run.
 */
final class TestTables {
  private static final String DECISION = "decision";
  private static final String NONE = "(none)";

  private final Map<String, byte[]> files;
  private final Findings findings;
  private final Map<String, DmnDecision> parsed = new HashMap<>();

  TestTables(Map<String, byte[]> files, Findings findings) {
    this.files = files;
    this.findings = findings;
  }

  private static final class Engine {
    static final DmnEngine DMN = build();

    private static DmnEngine build() {
      var configuration = new DefaultDmnEngineConfiguration();
      configuration.setFeelEngineFactory(
          () -> new RememberedFeel(new ScalaFeelEngineFactory().createInstance()));
      return configuration.buildEngine();
    }
  }

  void check(Project project) {
    for (String name : files.keySet()) {
      if (name.endsWith(".dmn.csv")) {
        String decisions = name.substring(0, name.length() - ".csv".length());
        Optional<XmlElement> root =
            project.decisionFiles().stream().filter(f -> f.file().equals(decisions)).findFirst();
        boolean sound =
            findings.sorted().stream()
                .noneMatch(f -> f.rule().error() && f.file().equals(decisions));
        if (root.isEmpty() && sound) {
          findings.add(
              Rule.TABLE,
              name,
              "There is no file " + decisions,
              "Put the table beside its decision");
        } else if (sound) {
          TimeLimit.check(
              name,
              findings,
              own -> new TestTables(files, own).run(name, root.get(), files.get(decisions)));
        }
      }
    }
  }

  private void run(String name, XmlElement root, byte[] dmn) {
    List<Csv.Line> lines = Csv.read(new String(files.get(name), StandardCharsets.UTF_8));
    if (lines.size() < 2) {
      findings.add(
          Rule.TABLE, name, "The table is empty", "Write the columns' names, and rows below them");
      return;
    }
    List<String> columns = lines.get(0).cells();
    if (!columnsKnown(new Place(name, lines.get(0).number()), root, columns)) {
      return;
    }
    String main = root.file().replaceFirst("\\.dmn$", "");
    for (Csv.Line line : lines.subList(1, lines.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      IntStream.range(0, Math.min(columns.size(), line.cells().size()))
          .forEach(i -> cells.put(columns.get(i), line.cells().get(i)));
      String decision = cells.getOrDefault(DECISION, "");
      cells.remove(DECISION);
      if (line.cells().size() == columns.size()) {
        runRow(
            new Place(name, line.number()), root, dmn, decision.isEmpty() ? main : decision, cells);
      } else {
        tell(new Place(name, line.number()), "The row has other columns than the first line");
      }
    }
  }

  private boolean columnsKnown(Place place, XmlElement root, List<String> columns) {
    Set<String> known = new HashSet<>(types(root).keySet());
    root.all("output").map(output -> output.attribute("name")).forEach(known::add);
    known.add(DECISION);
    List<String> unknown = columns.stream().filter(column -> !known.contains(column)).toList();
    unknown.forEach(column -> tell(place, "No decision has a column '" + column + "'"));
    return unknown.isEmpty();
  }

  private record Place(String file, int line) {}

  private void runRow(
      Place place, XmlElement root, byte[] dmn, String decision, Map<String, String> cells) {
    Optional<XmlElement> asked =
        root.children(DECISION).filter(d -> d.id().equals(decision)).findFirst();
    if (asked.isEmpty()) {
      tell(place, "There is no decision " + decision);
      return;
    }
    List<String> outputs =
        asked.get().all("output").map(output -> output.attribute("name")).toList();
    Map<String, String> types = types(root);
    Map<String, Object> inputs = new LinkedHashMap<>();
    cells.forEach(
        (name, text) -> {
          if (!outputs.contains(name) && !text.isEmpty() && types.containsKey(name)) {
            inputs.put(name, value(text, types.get(name)));
          }
        });
    compare(place, ask(place, dmn, decision, inputs), outputs, cells);
  }

  /** Types of the inputs by the variable that they read; outputs of other decisions as well. */
  private static Map<String, String> types(XmlElement root) {
    return root.all("inputExpression")
        .collect(
            Collectors.toMap(
                e -> DecisionTable.text(e, "text"),
                e -> e.attribute("typeRef"),
                (one, same) -> one));
  }

  private static Object value(String text, String type) {
    return switch (type) {
      case "boolean" -> Boolean.valueOf(text);
      case "integer", "long" -> text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
      default -> text;
    };
  }

  private Optional<DmnDecisionTableResult> ask(
      Place place, byte[] dmn, String decision, Map<String, Object> inputs) {
    try {
      DmnDecision asked =
          parsed.computeIfAbsent(
              place.file() + " " + decision,
              key -> Engine.DMN.parseDecision(decision, new ByteArrayInputStream(dmn)));
      return Optional.of(Engine.DMN.evaluateDecisionTable(asked, inputs));
    } catch (RuntimeException cannot) {
      tell(place, decision + " cannot answer: " + cannot.getMessage());
      return Optional.empty();
    }
  }

  private void compare(
      Place place,
      Optional<DmnDecisionTableResult> answer,
      List<String> outputs,
      Map<String, String> cells) {
    if (answer.isEmpty()) {
      return;
    }
    for (String output : outputs) {
      String wanted = cells.getOrDefault(output, "");
      String given =
          answer.get().isEmpty()
              ? NONE
              : answer.get().getResultList().stream()
                  .map(row -> String.valueOf(row.get(output)))
                  .collect(Collectors.joining(" | "));
      if (!wanted.isEmpty() && !wanted.equals(given)) {
        tell(place, output + " is " + given + ", wanted was " + wanted);
      }
    }
  }

  private void tell(Place place, String problem) {
    findings.add(
        Rule.TABLE,
        place.file(),
        place.line(),
        problem,
        "Correct the decision, or what the table expects of it");
  }
}
