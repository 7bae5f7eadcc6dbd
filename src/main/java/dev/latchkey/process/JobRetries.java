package dev.latchkey.process;

import dev.latchkey.messaging.TemporarySendFailure;
import dev.latchkey.operation.Checkup;
import dev.latchkey.operation.DatabaseFault;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;

/**
 * When a failed job is tried again. The diagram says how often and how far apart; beyond that,
 * tries are scattered, so that what failed together does not come back together, a provider that
 * said when is not asked earlier, and a database that was away costs no try: whatever failed of it
 * goes on by itself. But not for ever: what always fails of a database that answers ends as an
 * incident, which staff see.
 */
final class JobRetries implements FailedJobCommandFactory {
  private static final Duration WITHOUT_DATABASE = Duration.ofSeconds(5);

  private static final int MOST_SPARED = 60;
  private static final int MOST_JOBS = 10_000;

  private final ObjectProvider<Checkup> checkup;

  /** How many tries each job was spared since it last failed of something else; on this node. */
  private final Map<String, Integer> spared =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
              return size() > MOST_JOBS;
            }
          });

  JobRetries(ObjectProvider<Checkup> checkup) {
    this.checkup = checkup;
  }

  @Override
  public Command<Object> getCommand(String jobId, Throwable failure) {
    Optional<Command<Object>> turn = PutOffPlugin.putOff(jobId, failure);
    if (turn.isPresent()) {
      return turn.get();
    }
    checkup.ifAvailable(known -> known.failed(failure));
    return new Later(jobId, failure, spares(jobId, failure));
  }

  /** Whether this failure costs no try. A database that is really away takes none either. */
  private boolean spares(String jobId, Throwable failure) {
    if (!DatabaseFault.is(failure)) {
      spared.remove(jobId);
      return false;
    }
    return spared.merge(jobId, 1, Integer::sum) <= MOST_SPARED;
  }

  /**
   * How long until the next try.
   *
   * @param drawn what the diagram says; the longest unless the provider or the database want more
   */
  static Duration untilNext(Duration drawn, Throwable failure) {
    Duration least = DatabaseFault.is(failure) ? WITHOUT_DATABASE : Duration.ZERO;
    Duration usual = drawn.compareTo(least) > 0 ? drawn : least;
    Duration scattered = times(usual, ThreadLocalRandom.current().nextDouble(0.75, 1));
    Duration asked = times(retryAfter(failure), ThreadLocalRandom.current().nextDouble(1, 1.25));
    return scattered.compareTo(asked) > 0 ? scattered : asked;
  }

  private static Duration times(Duration duration, double factor) {
    return Duration.ofMillis((long) Math.ceil(duration.toMillis() * factor));
  }

  private static Duration retryAfter(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .filter(TemporarySendFailure.class::isInstance)
        .map(cause -> ((TemporarySendFailure) cause).retryAfter())
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private static final class Later extends DefaultJobRetryCmd {
    private static final long serialVersionUID = 1L;

    private final boolean spared;

    private Later(String jobId, Throwable failure, boolean spared) {
      super(jobId, failure);
      this.spared = spared;
    }

    @Override
    @SuppressWarnings("JavaUtilDate") // the engine's
    public Object execute(CommandContext context) {
      Object nothing = super.execute(context);
      JobEntity job = getJob();
      if (job != null
          && job.getRetries() > 0
          && !(exception instanceof OptimisticLockingException)) {
        long now = ClockUtil.now().getTime();
        long due = job.getDuedate() == null ? now : Math.max(now, job.getDuedate().getTime());
        job.setDuedate(
            new Date(now + untilNext(Duration.ofMillis(due - now), exception).toMillis()));
      }
      return nothing;
    }

    @Override
    protected boolean shouldDecrementRetriesFor(Throwable failure) {
      return super.shouldDecrementRetriesFor(failure) && !spared;
    }
  }
}
