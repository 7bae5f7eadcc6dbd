package dev.latchkey.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.operation.NodeClock;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.MovableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Nodes that share one database, and what they have to remove: rows of {@code send_target}. */
class RetentionRunTests {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final MovableClock clock = new MovableClock();
  private final NodeClock nodeClock = mock();
  private final List<Runnable> beforeStep = new ArrayList<>();
  private DataSource source;
  private JdbcClient jdbc;

  private void on(Databases database) {
    when(nodeClock.isRight()).thenReturn(true);
    source = database.fresh();
    jdbc = JdbcClient.create(source);
  }

  private final Retained failing =
      now ->
          List.of(
              new Retained.Removal(
                  "stubborn rows",
                  () -> {
                    throw new IllegalStateException("canceled on statement timeout");
                  }));

  private Retained targets() {
    return now -> {
      Walk walk =
          Walk.byKey(jdbc, "send_target", "target_hash", "last_claim < :before", now).steps(10);
      return List.of(
          new Retained.Removal(
              "send targets",
              () -> {
                OptionalInt removed = walk.removeSome();
                beforeStep.forEach(Runnable::run);
                return removed;
              }));
    };
  }

  private NightlyRetention node(Retained... features) {
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    RetentionRun run = new RetentionRun(List.of(features), transactions, meters, clock);
    return new NightlyRetention(run, new RetentionTurn(jdbc, clock), nodeClock, meters, clock);
  }

  private void rows(int number, Instant at) {
    for (int row = 0; row < number; row++) {
      jdbc.sql("insert into send_target (target_hash, last_claim) values (?, ?)")
          .params(at.toEpochMilli() + "-" + row, at.atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  private int left() {
    return jdbc.sql("select count(*) from send_target").query(Integer.class).single();
  }

  private double counted(String name, String kind) {
    return meters.get(name).tag("kind", kind).counter().count();
  }

  @EachDatabase
  void R24_whatIsOldGoes_inSteps_andTheRestStays(Databases database) {
    on(database);
    rows(25, clock.instant().minusSeconds(1));
    rows(7, clock.instant().plusSeconds(1));
    node(targets()).look();

    assertThat(left()).isEqualTo(7);
    assertThat(counted("latchkey.retention.removed", "send targets")).isEqualTo(25);
    assertThat(meters.get("latchkey.retention.last.success").gauge().value())
        .isEqualTo(clock.instant().toEpochMilli() / 1000.0);
  }

  @EachDatabase
  void R24_onceANight_andAtOnceWhenANightWasMissed(Databases database) {
    on(database);
    NightlyRetention node = node(targets());
    node.look();
    rows(5, clock.instant().minusSeconds(1));
    node.look();
    assertThat(left()).isEqualTo(5);

    clock.advance(Duration.ofDays(1));
    node.look();
    assertThat(left()).isZero();
  }

  @EachDatabase
  void R24_aNodeWithAWrongClock_removesNothing(Databases database) {
    on(database);
    when(nodeClock.isRight()).thenReturn(false);
    rows(5, clock.instant().minusSeconds(1));
    node(targets()).look();

    assertThat(left()).isEqualTo(5);
    when(nodeClock.isRight()).thenReturn(true);
    node(targets()).look();
    assertThat(left()).isZero();
  }

  @EachDatabase
  void R24_anOperatorNeedNotWaitForTheNight(Databases database) {
    on(database);
    NightlyRetention node = node(targets());
    node.look();
    rows(5, clock.instant().minusSeconds(1));
    new RetentionTurn(jdbc, clock).beDueNow();
    node.look();

    assertThat(left()).isZero();
  }

  @EachDatabase
  void oneNodeRemoves_theOthersLeaveItAlone(Databases database) {
    on(database);
    RetentionTurn first = new RetentionTurn(jdbc, clock);
    RetentionTurn second = new RetentionTurn(jdbc, clock);
    assertThat(first.take()).isTrue();
    assertThat(second.take()).isFalse();
    assertThat(second.renew()).isFalse();

    clock.advance(Duration.ofSeconds(119));
    assertThat(first.renew()).isTrue();
    clock.advance(Duration.ofSeconds(119));
    assertThat(second.take()).isFalse();
  }

  @EachDatabase
  void P1_whatADeadNodeBegan_anotherGoesOnWith(Databases database) {
    on(database);
    RetentionTurn dead = new RetentionTurn(jdbc, clock);
    dead.take();
    rows(5, clock.instant().minusSeconds(1));
    clock.advance(Duration.ofMinutes(2));
    node(targets()).look();

    assertThat(left()).isZero();
    assertThat(dead.renew()).isFalse();
  }

  @EachDatabase
  void aNodeThatIsStopped_finishesItsStepAndLeavesTheRest(Databases database) {
    on(database);
    rows(25, clock.instant().minusSeconds(1));
    NightlyRetention stopping = node(targets());
    beforeStep.add(stopping::stop);
    stopping.look();
    assertThat(left()).isEqualTo(15);

    beforeStep.clear();
    node(targets()).look();
    assertThat(left()).isZero();
  }

  @EachDatabase
  void whatCannotBeRemoved_isCounted_holdsNothingElseUp_andIsTriedAgain(Databases database) {
    on(database);
    rows(5, clock.instant().minusSeconds(1));
    NightlyRetention node = node(failing, targets());
    node.look();
    assertThat(left()).isZero();
    assertThat(counted("latchkey.retention.failures", "stubborn rows")).isEqualTo(1);
    assertThat(meters.get("latchkey.retention.last.success").gauge().value()).isNaN();

    clock.advance(Duration.ofMinutes(15));
    node.look();
    assertThat(counted("latchkey.retention.failures", "stubborn rows")).isEqualTo(2);
  }
}
