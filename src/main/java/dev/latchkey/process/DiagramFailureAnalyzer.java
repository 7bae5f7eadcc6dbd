package dev.latchkey.process;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ResourceReport;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says where in which diagram or decision the mistake is that stopped the start. */
class DiagramFailureAnalyzer extends AbstractFailureAnalyzer<ProcessEngineException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ProcessEngineException cause) {
    ParseException unreadable = findCause(rootFailure, ParseException.class);
    DmnEngineException undecidable = findCause(rootFailure, DmnEngineException.class);
    if (unreadable == null && undecidable == null) {
      return null;
    }
    String problems = unreadable == null ? text(cause, undecidable) : problems(unreadable);
    return new FailureAnalysis(
        "A file of processes/ cannot be deployed:\n" + problems,
        "Correct it in Camunda Modeler, or put the version before it back. Nothing was deployed;"
            + " the versions in use stay",
        cause);
  }

  /** The engine names the file, and what lies beneath the mistake. */
  private static String text(Throwable file, Throwable mistake) {
    return "    " + file.getMessage() + "\n    " + mistake.getMessage();
  }

  private static String problems(ParseException unreadable) {
    return unreadable.getResorceReports().stream()
        .map(DiagramFailureAnalyzer::problems)
        .collect(Collectors.joining("\n"));
  }

  private static String problems(ResourceReport report) {
    return report.getErrors().stream()
        .map(problem -> "    " + place(report.getResourceName(), problem) + problem.getMessage())
        .collect(Collectors.joining("\n"));
  }

  private static String place(String file, Problem problem) {
    List<String> elements = problem.getElementIds();
    String element =
        problem.getMainElementId() != null || elements.isEmpty()
            ? problem.getMainElementId()
            : elements.get(0);
    return file
        + (problem.getLine() > 0 ? ", line " + problem.getLine() : "")
        + (element == null || element.isEmpty() ? "" : ", element " + element)
        + ": ";
  }
}
