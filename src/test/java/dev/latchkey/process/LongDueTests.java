package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.latchkey.testing.MovableClock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Timers that are long due wait for nobody any longer. */
class LongDueTests {
  private final MovableClock clock = new MovableClock();
  private SmallEngine engine;
  private LongDue longDue;
  private String instance;

  @BeforeEach
  void startATimerOfOneHour() {
    engine = new SmallEngine(mock());
    longDue = new LongDue(JdbcClient.create(engine.database()), clock);
    engine.deploy(
        Bpmn.createExecutableProcess("Waits")
            .startEvent()
            .intermediateCatchEvent()
            .timerWithDuration("PT1H")
            .endEvent()
            .done());
    instance = engine.runtime().startProcessInstanceByKey("Waits").getId();
    engine.management().setJobDuedate(engine.job(instance).getId(), Date.from(clock.instant()));
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private Job afterItWasDueFor(Duration time) {
    clock.advance(time);
    longDue.raise();
    return engine.job(instance);
  }

  @Test
  void P5_timerDueForFiveMinutes_goesAsEarlyAsWhatSomebodyWaitsFor() {
    assertThat(afterItWasDueFor(Duration.ofSeconds(301)).getPriority())
        .isEqualTo(WaitedForFirst.PRIORITY);
  }

  @Test
  void timerThatIsNotLongDue_waits() {
    assertThat(afterItWasDueFor(Duration.ofSeconds(299)).getPriority()).isZero();
  }
}
