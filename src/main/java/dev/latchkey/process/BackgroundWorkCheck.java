package dev.latchkey.process;

import dev.latchkey.operation.Check;
import dev.latchkey.operation.Finding;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether what is due is done: timers, and messages to be sent. Of all nodes together. */
@Component
class BackgroundWorkCheck implements Check {
  private static final Duration LATE = Duration.ofMinutes(1);

  private final ProcessEngine engine;
  private final JdbcClient jdbc;
  private final Clock clock;

  BackgroundWorkCheck(ProcessEngine engine, JdbcClient jdbc, Clock clock) {
    this.engine = engine;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "backgroundWork";
  }

  @Override
  public Finding look() {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    if (!configuration.getJobExecutor().isActive()) {
      return Finding.degraded("This node carries out no timers and sends nothing.");
    }
    Instant now = clock.instant();
    return jdbc.sql(
            """
            select min(coalesce(duedate_, create_time_)) from act_ru_job
            where retries_ > 0 and suspension_state_ = 1
              and coalesce(duedate_, create_time_) < :late
              and (lock_exp_time_ is null or lock_exp_time_ < :now)
            """)
        .param("late", Timestamp.from(now.minus(LATE)))
        .param("now", Timestamp.from(now))
        .query(Timestamp.class)
        .optional()
        .map(oldest -> late(Duration.between(oldest.toInstant(), now)))
        .orElseGet(() -> Finding.good("What is due is done."));
  }

  private static Finding late(Duration oldest) {
    return Finding.degraded(
        "The oldest step that is due waits for " + oldest.toMinutes() + " minutes already.");
  }
}
