package dev.latchkey.process;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An index that the engine's own schema leaves out. Every few seconds, and after each save point,
 * the engine looks for jobs that are due; without it that reads all timers that wait, of which each
 * recovery of the past day has one. Not a migration, because the engine makes its tables after
 * ours; {@link StartLock} lets one node at a time come here.
 */
@Component
class JobIndexes extends AbstractProcessEnginePlugin {
  private final JdbcClient jdbc;

  JobIndexes(DataSource database) {
    this.jdbc = JdbcClient.create(database);
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    jdbc.sql("create index if not exists latchkey_job_by_due on act_ru_job (duedate_)").update();
  }
}
