package dev.latchkey.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is known of the database while a look at it, or at something else, takes long. */
class CheckupTests {
  private final AtomicLong nanoTime = new AtomicLong();
  private final DatabaseCheck database = mock();
  private final List<Boolean> usable = new ArrayList<>();
  private Checkup checkup;

  private Checkup with(Check... checks) {
    when(database.waiting()).thenReturn(Finding.down("No answer."));
    checkup = new Checkup(database, List.of(checks), new SimpleMeterRegistry(), nanoTime::get);
    return checkup;
  }

  @Test
  void otherPartThatTakesLong_saysNothingOfTheDatabase() {
    with(
        new Check() {
          @Override
          public String name() {
            return "mail";
          }

          @Override
          public Finding look() {
            return aMinutePasses();
          }
        });
    when(database.look(false)).thenReturn(Finding.good("Answers."));

    IntStream.range(0, 5).forEach(look -> checkup.look());

    assertThat(usable).containsExactly(true);
  }

  @Test
  void databaseThatTakesLong_isAwayUntilItAnswers() {
    with();
    when(database.look(false)).thenAnswer(look -> aMinutePasses());

    checkup.look();

    assertThat(usable).containsExactly(false);
    assertThat(checkup.databaseUsable()).isTrue();
  }

  private Finding aMinutePasses() {
    nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
    usable.add(checkup.databaseUsable());
    return Finding.good("Answers.");
  }
}
