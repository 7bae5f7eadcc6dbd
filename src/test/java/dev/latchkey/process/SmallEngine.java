package dev.latchkey.process;

import dev.latchkey.operation.Checkup;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * An engine in memory with our history and our retries and nothing else of the application. Runs
 * jobs when a test says so. Diagrams do their work with <code>${work}</code>.
 */
final class SmallEngine implements AutoCloseable {
  private final ProcessEngine engine;
  private volatile RuntimeException fault;

  SmallEngine(Checkup checkup) {
    StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("checkup", checkup));
    ProcessEngineConfigurationImpl settings = new StandaloneInMemProcessEngineConfiguration();
    settings.setProcessEngineName("small");
    settings.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    settings.setHistory("activity");
    settings.setCustomHistoryLevels(List.of(new LeanHistory()));
    settings.setFailedJobCommandFactory(new JobRetries(beans.getBeanProvider(Checkup.class)));
    settings.setBeans(Map.of("work", (JavaDelegate) execution -> workOrFail()));
    settings.setEnforceHistoryTimeToLive(false);
    settings.setJobExecutorActivate(false);
    settings.setMetricsEnabled(false);
    this.engine = settings.buildProcessEngine();
  }

  private void workOrFail() {
    if (fault != null) {
      throw fault;
    }
  }

  /** From now on the work ends with this; null lets it succeed. */
  void fails(RuntimeException with) {
    fault = with;
  }

  void deploy(BpmnModelInstance diagram) {
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("Small.bpmn", diagram)
        .deploy();
  }

  /** The job of an instance that has one; null if it has none. */
  Job job(String instance) {
    return management().createJobQuery().processInstanceId(instance).singleResult();
  }

  /** Runs it, due or not, as the job executor does; what it throws stays with the job. */
  void tries(Job job) {
    try {
      management().executeJob(job.getId());
    } catch (RuntimeException failed) {
      if (failed != fault) {
        throw failed;
      }
    }
  }

  ManagementService management() {
    return engine.getManagementService();
  }

  RuntimeService runtime() {
    return engine.getRuntimeService();
  }

  TaskService tasks() {
    return engine.getTaskService();
  }

  DataSource database() {
    return engine.getProcessEngineConfiguration().getDataSource();
  }

  HistoryService history() {
    return engine.getHistoryService();
  }

  @Override
  public void close() {
    engine.close();
  }
}
