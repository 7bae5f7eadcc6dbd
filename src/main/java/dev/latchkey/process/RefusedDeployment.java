package dev.latchkey.process;

import dev.latchkey.process.guard.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ResourceReport;
import org.camunda.bpm.engine.impl.bpmn.parser.ResourceReportImpl;

/**
 * A deployment that the guard refused, as the engine reports diagrams that it cannot read: REST
 * answers and Modeler list the problems of each file with line and element.
 */
class RefusedDeployment extends ParseException {
  private static final long serialVersionUID = 1;

  private final transient List<ResourceReport> reports;
  private final transient List<Finding> findings;

  RefusedDeployment(List<Finding> findings) {
    super(text(findings), findings.get(0).file(), List.of(), List.of());
    this.reports = List.copyOf(reports(findings));
    this.findings = List.copyOf(findings);
  }

  /** All errors, a sentence or two for each. */
  List<String> sentences() {
    return errors(findings).map(error -> error.place() + ": " + error.message()).toList();
  }

  private static Stream<Finding> errors(List<Finding> findings) {
    return findings.stream().filter(finding -> finding.rule().error());
  }

  @Override
  public List<ResourceReport> getResorceReports() {
    return reports == null ? super.getResorceReports() : reports;
  }

  /** All errors, each in a line of its own: Modeler shows this text first. */
  private static String text(List<Finding> findings) {
    List<Finding> errors = errors(findings).toList();
    String count = errors.size() == 1 ? "one error" : errors.size() + " errors";
    return errors.stream()
        .map(error -> error.place() + ": " + error.message())
        .collect(Collectors.joining("\n", "Nothing was deployed: " + count + "\n", ""));
  }

  private static List<ResourceReport> reports(List<Finding> findings) {
    Map<String, List<Finding>> byFile =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::file, LinkedHashMap::new, Collectors.toList()));
    List<ResourceReport> reports = new ArrayList<>();
    byFile.forEach(
        (file, found) ->
            reports.add(
                new ResourceReportImpl(file, problems(found, true), problems(found, false))));
    return reports;
  }

  private static List<Problem> problems(List<Finding> found, boolean errors) {
    return found.stream()
        .filter(finding -> finding.rule().error() == errors)
        .map(finding -> (Problem) new Shown(finding))
        .toList();
  }

  /** A finding where the engine shows problems. */
  private record Shown(Finding finding) implements Problem {

    @Override
    public String getMessage() {
      return (finding.label().isEmpty() ? "" : "\"" + finding.label() + "\": ") + finding.message();
    }

    @Override
    public int getLine() {
      return finding.line();
    }

    @Override
    public int getColumn() {
      return 0;
    }

    @Override
    public String getMainElementId() {
      return finding.element().isEmpty() ? null : finding.element();
    }

    @Override
    public List<String> getElementIds() {
      return finding.related();
    }
  }
}
