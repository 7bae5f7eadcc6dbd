package dev.latchkey.process;

import dev.latchkey.help.StuckSends;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.springframework.stereotype.Component;

/** {@link StuckSends} from the engine's incidents: jobs that send and have no retries left. */
@Component
class EngineStuckSends implements StuckSends {
  /** Codes alone: decoys have those too, but nobody to notify. */
  private static final String SENDING = "${sendCodeDelegate}";

  /** More would only cost time: the page says "many" as well by this number. */
  private static final int MOST = 200;

  private final RuntimeService runtime;
  private final RepositoryService repository;

  EngineStuckSends(RuntimeService runtime, RepositoryService repository) {
    this.runtime = runtime;
    this.repository = repository;
  }

  @Override
  public int count() {
    return Math.toIntExact(
        runtime
            .createIncidentQuery()
            .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
            .listPage(0, MOST)
            .stream()
            .filter(this::sends)
            .count());
  }

  /** By what the task does, not by its name, which is the analysts' to choose. */
  private boolean sends(Incident incident) {
    return repository
                .getBpmnModelInstance(incident.getProcessDefinitionId())
                .getModelElementById(incident.getActivityId())
            instanceof ServiceTask task
        && SENDING.equals(task.getCamundaDelegateExpression());
  }
}
