package dev.latchkey.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.operation.Finding.State;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clock that differs from the database's is told, whichever of the two is wrong. */
class NodeClockTests {

  private static NodeClock ahead(Duration duration, Databases database) {
    Clock clock = Clock.offset(Clock.systemUTC(), duration);
    return new NodeClock(JdbcClient.create(database.fresh()), clock);
  }

  @EachDatabase
  void clocksThatAgree_areGood(Databases database) {
    NodeClock clock = ahead(Duration.ZERO, database);

    assertThat(clock.isRight()).isTrue();
    assertThat(clock.look().state()).isEqualTo(State.GOOD);
  }

  @EachDatabase
  void clockAhead_isTold(Databases database) {
    NodeClock clock = ahead(Duration.ofHours(1), database);

    assertThat(clock.isRight()).isFalse();
    assertThat(clock.look().state()).isEqualTo(State.DEGRADED);
    assertThat(clock.look().told()).containsPattern("3[56]\\d\\d s ahead of the database's");
  }

  @EachDatabase
  void clockBehind_isTold(Databases database) {
    assertThat(ahead(Duration.ofHours(-1), database).look().told())
        .containsPattern("3[56]\\d\\d s behind the database's");
  }
}
