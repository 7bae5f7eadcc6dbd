package dev.latchkey.process;

import dev.latchkey.messaging.NotYetTurn;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.ProcessEngineLogger;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * A job whose message waits for its turn is due then. It did not fail, so it loses no try and is
 * not reported.
 */
@Component
class PutOffPlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    ExecuteJobHelper.LOGGING_HANDLER = PutOffPlugin::report;
  }

  /** What becomes of the job, if all that is wrong is that its message has to wait. */
  static Optional<Command<Object>> putOff(String jobId, Throwable exception) {
    return turnOf(exception).map(turn -> new PutOff(jobId, exception, turn));
  }

  private static void report(String jobId, Throwable exception) {
    if (turnOf(exception).isEmpty()) {
      ProcessEngineLogger.JOB_EXECUTOR_LOGGER.exceptionWhileExecutingJob(jobId, exception);
    }
  }

  private static Optional<NotYetTurn> turnOf(Throwable exception) {
    return Stream.iterate(exception, cause -> cause != null, Throwable::getCause)
        .filter(NotYetTurn.class::isInstance)
        .map(NotYetTurn.class::cast)
        .findFirst();
  }

  private static final class PutOff extends JobRetryCmd {
    private static final long serialVersionUID = 1L;

    private final long millis;

    PutOff(String jobId, Throwable exception, NotYetTurn turn) {
      super(jobId, exception);
      this.millis = turn.left().toMillis() + 1;
    }

    @Override
    public Object execute(CommandContext context) {
      JobEntity job = getJob();
      if (job != null) {
        job.unlock();
        job.setDuedate(Date.from(ClockUtil.now().toInstant().plusMillis(millis)));
        // One that an operator runs by hand has none left, and would never come again
        job.setRetries(Math.max(1, job.getRetries()));
      }
      return null;
    }
  }
}
