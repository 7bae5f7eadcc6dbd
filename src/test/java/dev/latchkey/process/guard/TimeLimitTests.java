package dev.latchkey.process.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What does not end by itself, such as a loop in FEEL that was overlooked (T18). */
class TimeLimitTests {

  @Test
  void T18_whatDoesNotEnd_isGivenUp() {
    assertThat(TimeLimit.within(Duration.ofMillis(20), TimeLimitTests::waitForEver)).isEmpty();
  }

  @Test
  void T18_whatCallsItselfWithoutEnd_isGivenUp() {
    assertThat(TimeLimit.within(Duration.ofSeconds(20), TimeLimitTests::callItself)).isEmpty();
  }

  @Test
  void whatEnds_isAnswered() {
    assertThat(TimeLimit.within(Duration.ofSeconds(20), () -> "done")).contains("done");
  }

  private static String waitForEver() {
    try {
      new CountDownLatch(1).await();
      return "over";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "stopped";
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static String callItself() {
    return callItself() + "";
  }
}
