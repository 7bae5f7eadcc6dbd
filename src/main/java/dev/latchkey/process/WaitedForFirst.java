package dev.latchkey.process;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.AsyncContinuationJobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobPriorityProvider;
import org.camunda.bpm.engine.impl.jobexecutor.JobDeclaration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * What somebody waits for at this moment goes before what is merely due: with thousands of timers
 * due at once, whoever opens a recovery still gets a code at once. A priority in the diagram, or
 * set by an operator, counts more.
 */
@Component
class WaitedForFirst extends AbstractProcessEnginePlugin {
  static final long PRIORITY = 10;

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    engine.setJobPriorityProvider(new Priorities());
    engine.setJobExecutorAcquireByPriority(true);
  }

  private static final class Priorities extends DefaultJobPriorityProvider {
    @Override
    public long determinePriority(
        ExecutionEntity execution, JobDeclaration<?, ?> job, String jobDefinitionId) {
      long set = super.determinePriority(execution, job, jobDefinitionId);
      boolean step = AsyncContinuationJobHandler.TYPE.equals(job.getJobHandlerType());
      return set == getDefaultPriority() && step ? PRIORITY : set;
    }
  }
}
