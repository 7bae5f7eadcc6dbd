package dev.latchkey.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/**
 * How instances of one version go over to another: each to the element of the same id, timers with
 * the moment that they had. Tells of obstacles with labels instead of ids.
 */
final class MovePlan {
  private static final Pattern ID = Pattern.compile("'([\\w-]+)'");
  private static final String NOT_THERE = "The newer version has no such element in this place";
  private static final Map<String, String> PLAIN =
      Map.of(
          "There is no migration instruction for this instance's activity", NOT_THERE,
          "Target activity is not asyncBefore", "It waits at a save point that is gone",
          "Target activity is not asyncAfter", "It waits at a save point that is gone");

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ProcessDefinition from;
  private final ProcessDefinition to;
  private final MigrationPlan plan;

  MovePlan(
      RuntimeService runtime,
      RepositoryService repository,
      ProcessDefinition from,
      ProcessDefinition to) {
    this.runtime = runtime;
    this.repository = repository;
    this.from = from;
    this.to = to;
    this.plan = runtime.createMigrationPlan(from.getId(), to.getId()).mapEqualActivities().build();
  }

  /**
   * Moves one instance, in the caller's transaction. What a listener would write happens on the way
   * through a diagram, not when it is exchanged.
   *
   * @throws MigratingProcessInstanceValidationException if it cannot be moved
   */
  void move(String instance) {
    runtime
        .newMigration(plan)
        .processInstanceIds(instance)
        .skipCustomListeners()
        .skipIoMappings()
        .execute();
  }

  /** What the diagram says there, else the id. */
  String label(String element) {
    return label(repository.getBpmnModelInstance(from.getId()), element)
        .or(() -> label(repository.getBpmnModelInstance(to.getId()), element))
        .orElse(element);
  }

  private static Optional<String> label(BpmnModelInstance diagram, String element) {
    return diagram.getModelElementById(element) instanceof FlowElement found
            && found.getName() != null
        ? Optional.of(found.getName().strip().replaceAll("\\s+", " "))
        : Optional.empty();
  }

  /** Why not, in sentences. */
  List<String> obstacles(MigratingProcessInstanceValidationException refused) {
    MigratingProcessInstanceValidationReport report = refused.getValidationReport();
    Map<String, List<String>> byElement = new TreeMap<>();
    report
        .getActivityInstanceReports()
        .forEach(one -> byElement.put(one.getSourceScopeId(), one.getFailures()));
    report
        .getTransitionInstanceReports()
        .forEach(one -> byElement.put(one.getSourceScopeId(), one.getFailures()));
    Stream<String> places =
        byElement.entrySet().stream()
            .flatMap(
                each ->
                    each.getValue().stream()
                        .flatMap(failure -> explained(each.getKey(), failure).stream())
                        .map(text -> "“" + label(each.getKey()) + "”: " + text));
    return Stream.concat(report.getFailures().stream().map(this::inWords), places)
        .distinct()
        .toList();
  }

  /** The engine leaves out what does not fit and then says that it is missing: asks it why. */
  private List<String> explained(String element, String failure) {
    String plain = PLAIN.getOrDefault(failure, inWords(failure));
    if (!plain.equals(NOT_THERE)) {
      return List.of(plain);
    }
    try {
      runtime.createMigrationPlan(from.getId(), to.getId()).mapActivities(element, element).build();
      return List.of(plain);
    } catch (MigrationPlanValidationException why) {
      List<String> failures =
          why.getValidationReport().getInstructionReports().stream()
              .map(one -> one.getFailures())
              .flatMap(Collection::stream)
              .filter(text -> !text.contains("does not exist"))
              .map(this::inWords)
              .toList();
      return failures.isEmpty() ? List.of(plain) : failures;
    }
  }

  private String inWords(String engine) {
    Function<MatchResult, String> labelled =
        id -> Matcher.quoteReplacement("“" + label(id.group(1)) + "”");
    return ID.matcher(engine).replaceAll(labelled);
  }
}
