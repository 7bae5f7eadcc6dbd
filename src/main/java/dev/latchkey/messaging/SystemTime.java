package dev.latchkey.messaging;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** The time of this machine. */
@Component
class SystemTime implements RealTime {

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void pass(Duration duration) {
    try {
      TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new TemporarySendFailure("The application stops", stopping);
    }
  }
}
