package dev.latchkey.testing;

import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;

/** For contexts in which work is done when a test says so: no alarms, no work at intervals. */
@TestConfiguration(proxyBeanMethods = false)
public class NothingByItself {

  @Bean
  TaskScheduler taskScheduler(Clock clock) {
    return new StillScheduler(clock);
  }
}
