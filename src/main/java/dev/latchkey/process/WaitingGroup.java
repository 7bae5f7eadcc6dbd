package dev.latchkey.process;

import dev.latchkey.flow.Forecast.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Instances of one version that wait at the same elements, so that what holds for the first holds
 * for all.
 *
 * @param where labels of the elements
 * @param obstacles why they cannot be moved; none if they can
 */
record WaitingGroup(String where, List<ProcessInstance> instances, List<String> obstacles) {
  private static final int TRIED = 2;

  /** Whether they can be moved. */
  boolean free() {
    return obstacles.isEmpty();
  }

  Place place() {
    return new Place(where, instances.size(), obstacles);
  }

  /**
   * All of a version, those that can be moved first. The first ones of each are moved in earnest,
   * and the transaction is rolled back.
   *
   * @param own makes a transaction of its own each time
   */
  static List<WaitingGroup> of(
      RuntimeService runtime, ProcessDefinition version, MovePlan plan, TransactionTemplate own) {
    Map<String, Set<String>> elements = elements(runtime, version);
    Map<Set<String>, List<ProcessInstance>> together =
        runtime.createProcessInstanceQuery().processDefinitionId(version.getId()).list().stream()
            .collect(Collectors.groupingBy(one -> elements.getOrDefault(one.getId(), Set.of())));
    return together.entrySet().stream()
        .map(
            group ->
                new WaitingGroup(
                    group.getKey().stream().map(plan::label).collect(Collectors.joining(", ")),
                    group.getValue(),
                    tried(group.getValue(), plan, own)))
        .sorted(
            Comparator.comparing((WaitingGroup group) -> !group.free())
                .thenComparing(WaitingGroup::where))
        .toList();
  }

  /** Ids of the elements at which each instance waits. */
  private static Map<String, Set<String>> elements(
      RuntimeService runtime, ProcessDefinition version) {
    return runtime.createExecutionQuery().processDefinitionId(version.getId()).list().stream()
        .map(ExecutionEntity.class::cast)
        .filter(execution -> execution.getActivityId() != null)
        .collect(
            Collectors.groupingBy(
                ExecutionEntity::getProcessInstanceId,
                TreeMap::new,
                Collectors.mapping(
                    ExecutionEntity::getActivityId, Collectors.toCollection(TreeSet::new))));
  }

  private static List<String> tried(
      List<ProcessInstance> instances, MovePlan plan, TransactionTemplate own) {
    return instances.stream()
        .limit(TRIED)
        .flatMap(
            instance ->
                own
                    .execute(
                        status -> {
                          status.setRollbackOnly();
                          return obstacles(instance, plan);
                        })
                    .stream())
        .distinct()
        .toList();
  }

  private static List<String> obstacles(ProcessInstance instance, MovePlan plan) {
    try {
      plan.move(instance.getId());
      return List.of();
    } catch (MigratingProcessInstanceValidationException refused) {
      return plan.obstacles(refused);
    } catch (ProcessEngineException moving) {
      return List.of();
    }
  }
}
