package dev.latchkey.process;

import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.Submitted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Hands the answers of an own step to the process that waits for them. */
@Component
class OwnStepTasks {
  private final TaskService tasks;
  private final OwnSteps steps;

  OwnStepTasks(TaskService tasks, OwnSteps steps) {
    this.tasks = tasks;
    this.steps = steps;
  }

  /**
   * Completes the task with the checked answers as process variables.
   *
   * @return false if it no longer waits
   */
  boolean complete(String caseId, Map<String, Object> submitted) {
    Optional<Task> waiting = steps.newest(caseId).map(step -> offered(step.taskId()));
    waiting.ifPresent(task -> tasks.complete(task.getId(), values(submitted)));
    return waiting.isPresent();
  }

  /** Null if it is done, or since a move of the recovery somebody else's. */
  private Task offered(String taskId) {
    return tasks
        .createTaskQuery()
        .taskId(taskId)
        .taskCandidateGroup(StepParseListener.ACCOUNT_HOLDER)
        .includeAssignedTasks()
        .singleResult();
  }

  private static Map<String, Object> values(Map<String, Object> submitted) {
    Map<String, Object> values = new HashMap<>();
    ((Map<?, ?>) submitted.get(Submitted.FORM_VALUES))
        .forEach((key, value) -> values.put((String) key, value));
    return values;
  }
}
