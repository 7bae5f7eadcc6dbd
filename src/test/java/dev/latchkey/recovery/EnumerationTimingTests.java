package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.FreshH2;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.ContextConfiguration;

/** Whether the time of the answer to a request tells if an account exists (R15). */
@ContextConfiguration(initializers = FreshH2.class)
class EnumerationTimingTests extends RecoveryScene {
  private static final int REQUESTS = 1000;

  @Test
  void R15_mediansOfKnownAndUnknownAreWithin5MillisecondsOver1000Requests() {
    Persona person = person();
    List<Duration> known = new ArrayList<>();
    List<Duration> unknown = new ArrayList<>();
    for (int request = 0; request < REQUESTS / 2; request++) {
      known.add(timeOf(person.emailAddress()));
      unknown.add(timeOf("nobody-" + person.emailAddress()));
    }

    assertThat(median(known).minus(median(unknown)).abs()).isLessThan(Duration.ofMillis(5));
  }

  private Duration timeOf(String identifier) {
    long start = System.nanoTime();
    recoveries.open(identifier, CasePurpose.PASSWORD, Locale.ENGLISH, new Client("192.0.2.1"));
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
