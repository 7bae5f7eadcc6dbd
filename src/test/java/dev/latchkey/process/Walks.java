package dev.latchkey.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.community.process_test_coverage.core.export.CoverageStateJsonExporter;
import org.camunda.community.process_test_coverage.core.export.CoverageStateResult;
import org.camunda.community.process_test_coverage.core.model.Event;
import org.camunda.community.process_test_coverage.core.model.Model;
import org.camunda.community.process_test_coverage.core.model.Run;
import org.camunda.community.process_test_coverage.core.model.Suite;
import org.camunda.community.process_test_coverage.report.CoverageReportUtil;

/**
 * What the scenario classes of one build walked through in the diagrams, whichever JVM ran them:
 * one file for each class below {@code target}, which says by which build it was written. What an
 * earlier build left there does not count.
 */
final class Walks {
  private static final Path FOLDER = Path.of("target", "walked");
  private static final String ALL = "all-scenarios";

  /** The same in all JVMs of a build, another one in the next build. */
  private static final String BUILD = System.getProperty("tests.build", "by hand");

  private final Set<String> classes;
  private final Suite suite;
  private final Map<String, Model> models;

  private Walks(List<CoverageStateResult> walks) {
    List<Suite> suites = walks.stream().flatMap(walk -> walk.getSuites().stream()).toList();
    this.classes = suites.stream().map(Suite::getId).collect(Collectors.toSet());
    List<Event> events = suites.stream().flatMap(one -> one.getEvents().stream()).toList();
    this.suite = suite(ALL, DiagramCoverageTests.class.getName(), events);
    this.models = new LinkedHashMap<>();
    walks.stream()
        .flatMap(walk -> walk.getModels().stream())
        .forEach(model -> models.putIfAbsent(model.getKey(), model));
  }

  /** Keeps what the scenarios of a class walked through. */
  static void write(Class<?> scenarios, Collection<Event> events, Collection<Model> models) {
    Suite suite = suite(scenarios.getName(), BUILD, events);
    Set<String> walked = events.stream().map(Event::getModelKey).collect(Collectors.toSet());
    List<Model> those = models.stream().filter(model -> walked.contains(model.getKey())).toList();
    try {
      Files.createDirectories(FOLDER);
      Files.writeString(
          FOLDER.resolve(scenarios.getName() + ".json"),
          CoverageStateJsonExporter.createCoverageStateResult(List.of(suite), those));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** All that this build has written so far; nothing, if it wrote nothing. */
  static Walks ofThisBuild() {
    List<CoverageStateResult> walks = new ArrayList<>();
    if (Files.isDirectory(FOLDER)) {
      Diagram.files(FOLDER, ".json")
          .map(Walks::read)
          .filter(Walks::isOfThisBuild)
          .forEach(walks::add);
    }
    return new Walks(walks);
  }

  private static CoverageStateResult read(Path file) {
    try {
      return CoverageStateJsonExporter.readCoverageStateResult(Files.readString(file));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static boolean isOfThisBuild(CoverageStateResult walk) {
    return walk.getSuites().stream().allMatch(suite -> suite.getName().equals(BUILD));
  }

  /** Each event once, whenever it happened. */
  private static Suite suite(String id, String name, Collection<Event> events) {
    Run run = new Run(id, name);
    events.stream()
        .map(
            event ->
                new Event(
                    event.getSource(),
                    event.getType(),
                    event.getDefinitionKey(),
                    event.getElementType(),
                    event.getModelKey(),
                    0))
        .distinct()
        .forEach(run::addEvent);
    Suite suite = new Suite(id, name);
    suite.addRun(run);
    return suite;
  }

  /** Names of the test classes that have walked. */
  Set<String> classes() {
    return classes;
  }

  /** Ids of the flow nodes and sequence flows of this process that were walked. */
  List<String> walked(String processId) {
    return suite.getEventsDistinct(processId).stream()
        .map(Event::getDefinitionKey)
        .distinct()
        .toList();
  }

  /** Share of flow nodes and sequence flows of this process that were walked, 0 to 1. */
  double share(String processId) {
    Model model = models.get(processId);
    return model == null ? 0 : suite.calculateCoverage(List.of(model));
  }

  /** Writes the diagrams, coloured by what was walked, below {@code target}. */
  void report() {
    String json =
        CoverageStateJsonExporter.createCoverageStateResult(List.of(suite), models.values());
    CoverageReportUtil.writeReport(
        json,
        true,
        new File(CoverageReportUtil.TARGET_DIR_ROOT, ALL),
        "report.html",
        CoverageReportUtil::generateHtml);
  }
}
