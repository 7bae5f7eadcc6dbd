package dev.latchkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RememberedTests {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private final Deque<Supplier<String>> readings = new ArrayDeque<>();

  private Remembered<String> remembered(Duration fresh) {
    return new Remembered<>(fresh, CLOCK, channel -> readings.remove().get());
  }

  @Test
  void whatIsFresh_isNotReadAgain() {
    readings.add(() -> "first");
    Remembered<String> remembered = remembered(Duration.ofSeconds(1));

    assertThat(List.of(remembered.of(Channel.EMAIL), remembered.of(Channel.EMAIL)))
        .containsOnly("first");
  }

  @Test
  void whoComesDuringAReading_getsTheOneBefore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    readings.add(() -> "first");
    readings.add(
        () -> {
          begun.countDown();
          await(goOn);
          return "second";
        });
    Remembered<String> remembered = remembered(Duration.ZERO);
    remembered.of(Channel.EMAIL);
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<String> slow = reader.submit(() -> remembered.of(Channel.EMAIL));
      await(begun);

      assertThat(remembered.of(Channel.EMAIL)).isEqualTo("first");
      goOn.countDown();
      assertThat(slow.get()).isEqualTo("second");
    } finally {
      reader.shutdownNow();
    }
  }

  @Test
  void afterAReadingThatFailed_theNextOneReadsAgain() {
    readings.add(() -> "first");
    readings.add(
        () -> {
          throw new IllegalStateException("no database");
        });
    readings.add(() -> "third");
    Remembered<String> remembered = remembered(Duration.ZERO);
    remembered.of(Channel.EMAIL);

    assertThatThrownBy(() -> remembered.of(Channel.EMAIL)).hasMessage("no database");
    assertThat(remembered.of(Channel.EMAIL)).isEqualTo("third");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
