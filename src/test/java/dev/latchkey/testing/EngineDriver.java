package dev.latchkey.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Runs the engine by hand: jobs when a test says so, time when a test moves it. For contexts whose
 * job executor is off.
 */
public final class EngineDriver {
  private static final int MANY_JOBS = 200;

  private final ManagementService management;

  public EngineDriver(ManagementService management) {
    this.management = management;
  }

  /**
   * Runs all jobs that are due, and those that they make, until none is left. A failing job fails.
   */
  public void runJobs() {
    for (int count = 0; count < MANY_JOBS; count++) {
      List<Job> due = management.createJobQuery().executable().listPage(0, 1);
      if (due.isEmpty()) {
        return;
      }
      management.executeJob(due.get(0).getId());
    }
    throw new AssertionError("Jobs make jobs without end");
  }

  /** As {@link #runJobs}, but leaves the jobs of this element. */
  public void runJobs(String exceptOf) {
    for (int count = 0; count < MANY_JOBS; count++) {
      List<Job> left = management.createJobQuery().executable().activityId(exceptOf).list();
      List<String> held = left.stream().map(Job::getId).toList();
      Optional<Job> next =
          management.createJobQuery().executable().list().stream()
              .filter(job -> !held.contains(job.getId()))
              .findFirst();
      if (next.isEmpty()) {
        return;
      }
      management.executeJob(next.get().getId());
    }
    throw new AssertionError("Jobs make jobs without end");
  }

  /** Moves the engine's clock on, and runs what is due by then. */
  public void pass(Duration time) {
    moveClock(time);
    runJobs();
  }

  /** Moves the engine's clock on without running anything. */
  public void moveClock(Duration time) {
    Instant later = ClockUtil.getCurrentTime().toInstant().plus(time);
    ClockUtil.setCurrentTime(Date.from(later));
  }

  /** Lets the clock run again from now. */
  public static void resetClock() {
    ClockUtil.reset();
  }
}
