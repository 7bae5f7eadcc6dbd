package dev.latchkey.process;

import dev.latchkey.flow.Deployed.Warning;
import dev.latchkey.flow.Drawing;
import dev.latchkey.flow.Drawing.Version;
import dev.latchkey.flow.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** Processes and decisions with their versions, and how many instances follow each. */
@Component
class DrawnVersions {
  private static final int MOST_SHOWN = 5;
  private static final String DECISION = ".dmn";

  private final ManagementService management;
  private final RepositoryService repository;
  private final DeployedFiles files;

  DrawnVersions(ManagementService management, RepositoryService repository, DeployedFiles files) {
    this.management = management;
    this.repository = repository;
    this.files = files;
  }

  /** What is known of a deployment, by its id. */
  private record Known(Map<String, Origin> origins, Map<String, List<Warning>> warnings) {

    /** What was said of a file. */
    private List<Warning> warnings(ResourceDefinition one) {
      String file = one.getResourceName();
      return warnings.getOrDefault(one.getDeploymentId(), List.of()).stream()
          .filter(warning -> (warning.place() + ",").startsWith(file + ","))
          .toList();
    }
  }

  /** All of them by label; origins and warnings by the id of a deployment. */
  List<Drawing> all(Map<String, Origin> origins, Map<String, List<Warning>> warnings) {
    Known known = new Known(origins, warnings);
    List<ResourceDefinition> definitions = new ArrayList<>();
    definitions.addAll(management.createProcessDefinitionStatisticsQuery().list());
    repository.createDecisionDefinitionQuery().list().stream()
        .filter(decision -> decision.getResourceName().equals(decision.getKey() + DECISION))
        .forEach(definitions::add);
    return definitions.stream()
        .filter(definition -> origins.containsKey(definition.getDeploymentId()))
        .collect(Collectors.groupingBy(DrawnVersions::file))
        .values()
        .stream()
        .map(versions -> drawing(versions, known))
        .sorted(
            Comparator.comparing((Drawing drawing) -> !drawing.process())
                .thenComparing(Drawing::label))
        .toList();
  }

  /** Processes and decisions may be called the same. */
  private static String file(ResourceDefinition definition) {
    return definition.getKey() + (isProcess(definition) ? "" : DECISION);
  }

  private static boolean isProcess(ResourceDefinition definition) {
    return definition instanceof ProcessDefinitionStatistics;
  }

  private static long running(ResourceDefinition definition) {
    return definition instanceof ProcessDefinitionStatistics process ? process.getInstances() : 0;
  }

  private Drawing drawing(List<ResourceDefinition> unsorted, Known known) {
    List<ResourceDefinition> all =
        unsorted.stream()
            .sorted(Comparator.comparingInt(ResourceDefinition::getVersion).reversed())
            .toList();
    List<Version> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < MOST_SHOWN || running(all.get(i)) > 0) {
        ResourceDefinition before = i + 1 < all.size() ? all.get(i + 1) : null;
        shown.add(version(all.get(i), before, i == 0, known));
      }
    }
    ResourceDefinition newest = all.get(0);
    return new Drawing(
        newest.getKey(),
        Objects.requireNonNullElse(newest.getName(), newest.getKey()),
        isProcess(newest),
        shown,
        all.size() - shown.size());
  }

  private Version version(
      ResourceDefinition one, ResourceDefinition before, boolean newest, Known known) {
    return new Version(
        one.getId(),
        one.getVersion(),
        newest,
        running(one),
        one.getDeploymentId(),
        known.origins().get(one.getDeploymentId()),
        before == null ? List.of() : changes(before, one),
        known.warnings(one));
  }

  /** In the file itself, and in the forms that it uses. */
  List<String> changes(ResourceDefinition before, ResourceDefinition after) {
    if (!before.getResourceName().equals(after.getResourceName())) {
      return List.of();
    }
    List<String> own =
        files.changes(after.getResourceName(), before.getDeploymentId(), after.getDeploymentId());
    return isProcess(after) || after.getResourceName().endsWith(".bpmn")
        ? Stream.concat(own.stream(), ofForms(before, after)).toList()
        : own;
  }

  private Stream<String> ofForms(ResourceDefinition before, ResourceDefinition after) {
    return files.forms(after.getResourceName(), after.getDeploymentId()).stream()
        .filter(form -> files.names(before.getDeploymentId()).contains(form))
        .flatMap(
            form ->
                files.changes(form, before.getDeploymentId(), after.getDeploymentId()).stream()
                    .map(change -> form + ": " + change));
  }
}
