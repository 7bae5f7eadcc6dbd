package dev.latchkey.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.Trigger;

/** Runs nothing by itself: single tasks when a test says so, repeated ones never. */
public final class StillScheduler implements TaskScheduler {
  private final List<Task> tasks = new CopyOnWriteArrayList<>();
  private final Clock clock;

  /**
   * @param clock what the tasks are set by
   */
  public StillScheduler(Clock clock) {
    this.clock = clock;
  }

  private record Task(Runnable work, Instant at) {}

  /** Runs the single tasks that are due by now, in their order, each once. */
  public void runDue() {
    List<Task> due =
        tasks.stream()
            .filter(task -> !task.at.isAfter(clock.instant()))
            .sorted(Comparator.comparing(Task::at))
            .toList();
    tasks.removeAll(due);
    due.forEach(task -> task.work.run());
  }

  /** Forgets what was to be run, as a stopped application does. */
  public void forget() {
    tasks.clear();
  }

  @Override
  public Clock getClock() {
    return clock;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, Instant startTime) {
    tasks.add(new Task(task, startTime));
    return null;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, Trigger trigger) {
    return null;
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant start, Duration period) {
    return null;
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Duration period) {
    return null;
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Instant start, Duration delay) {
    return null;
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, Duration delay) {
    return null;
  }
}
