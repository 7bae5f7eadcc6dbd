package dev.latchkey.process;

import dev.latchkey.operation.Check;
import dev.latchkey.operation.Finding;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Whether what is due is done: timers, and messages to be sent. Of all nodes together. */
@Component
class BackgroundWorkCheck implements Check {
  private static final Duration LATE = Duration.ofMinutes(1);

  private final ProcessEngine engine;
  private final EngineBacklog backlog;

  BackgroundWorkCheck(ProcessEngine engine, EngineBacklog backlog) {
    this.engine = engine;
    this.backlog = backlog;
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
    Duration oldest = backlog.oldest();
    return oldest.compareTo(LATE) < 0
        ? Finding.good("What is due is done.")
        : Finding.degraded(
            "The oldest step that is due waits for " + oldest.toMinutes() + " minutes already.");
  }
}
