package dev.latchkey.process;

import dev.latchkey.help.StuckWork;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** {@link StuckWork} from the engine's incidents: jobs that have no retries left. */
@Component
class EngineStuckWork implements StuckWork {
  private static final Logger LOG = LoggerFactory.getLogger(EngineStuckWork.class);
  private static final int MOST = 200;

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;

  EngineStuckWork(
      RuntimeService runtime, RepositoryService repository, ManagementService management) {
    this.runtime = runtime;
    this.repository = repository;
    this.management = management;
  }

  @Override
  public List<Stuck> list() {
    return runtime
        .createIncidentQuery()
        .incidentType(Incident.FAILED_JOB_HANDLER_TYPE)
        .orderByIncidentTimestamp()
        .desc()
        .listPage(0, MOST)
        .stream()
        .filter(EngineStuckWork::own)
        .map(this::stuck)
        .toList();
  }

  /** A called process passes its incidents on to its callers. */
  private static boolean own(Incident incident) {
    return incident.getId().equals(incident.getRootCauseIncidentId());
  }

  private Stuck stuck(Incident incident) {
    return new Stuck(
        incident.getId(),
        step(incident),
        StuckCauses.of(management.getJobExceptionStacktrace(incident.getConfiguration())),
        caseOf(incident),
        incident.getIncidentTimestamp().toInstant());
  }

  /** The label that analysts gave it, else its id. */
  private String step(Incident incident) {
    if (incident.getProcessDefinitionId() == null) {
      return incident.getActivityId();
    }
    return repository
                    .getBpmnModelInstance(incident.getProcessDefinitionId())
                    .getModelElementById(incident.getActivityId())
                instanceof FlowElement element
            && element.getName() != null
        ? element.getName()
        : incident.getActivityId();
  }

  private String caseOf(Incident incident) {
    return Optional.ofNullable(incident.getProcessInstanceId())
        .map(id -> runtime.createProcessInstanceQuery().processInstanceId(id).singleResult())
        .map(ProcessInstance::getBusinessKey)
        .orElse(null);
  }

  @Override
  public Retried retry(String id) {
    Incident incident = runtime.createIncidentQuery().incidentId(id).singleResult();
    Job job =
        incident == null
            ? null
            : management.createJobQuery().jobId(incident.getConfiguration()).singleResult();
    if (job == null) {
      return Retried.GONE;
    }
    try {
      management.executeJob(job.getId());
      return Retried.DONE;
    } catch (ProcessEngineException gone) {
      LOG.info("A retry failed: {}", gone.getMessage());
      return exists(job) ? Retried.AGAIN : Retried.GONE;
    } catch (RuntimeException again) {
      LOG.info("A retry failed: {}", StuckCauses.of(again.toString()));
      return Retried.AGAIN;
    }
  }

  private boolean exists(Job job) {
    return management.createJobQuery().jobId(job.getId()).count() > 0;
  }
}
