package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

class AttemptsTests {
  private final String subject = UUID.randomUUID().toString();

  @EachDatabase
  void R6_fiveTriesAreGranted_theFifthIsTheLast_thenNone(Databases database) {
    Attempts attempts = StorageBeans.on(database).get(Attempts.class);

    List<Attempt> tries = take(attempts, 6);

    assertThat(tries)
        .extracting(Attempt::granted)
        .containsExactly(true, true, true, true, true, false);
    assertThat(tries.subList(0, 5))
        .extracting(Attempt::last)
        .containsExactly(false, false, false, false, true);
    assertThat(attempts.blocked(subject, Way.EMAIL)).isTrue();
  }

  @EachDatabase
  void P3_successesAtTheSameTime_refuseNobodyATry(Databases database) throws Exception {
    Attempts attempts = StorageBeans.on(database).get(Attempts.class);

    List<Boolean> granted =
        Race.run(
            4,
            () ->
                IntStream.range(0, 200)
                    .allMatch(
                        round -> {
                          boolean leave = attempts.take(subject, Way.EMAIL).granted();
                          attempts.succeeded(subject, Way.EMAIL);
                          return leave;
                        }));

    assertThat(granted).containsOnly(true);
  }

  @EachDatabase
  void R6_theHourRunsFromTheFirstTry(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    Attempts attempts = beans.get(Attempts.class);
    take(attempts, 1);
    beans.clock().advance(Duration.ofMinutes(59));
    take(attempts, 4);
    assertThat(attempts.blocked(subject, Way.EMAIL)).isTrue();

    beans.clock().advance(Duration.ofMinutes(1));

    assertThat(attempts.blocked(subject, Way.EMAIL)).isFalse();
    assertThat(attempts.take(subject, Way.EMAIL).granted()).isTrue();
  }

  @EachDatabase
  void R6_refusedTriesDoNotProlongTheHour(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    Attempts attempts = beans.get(Attempts.class);
    take(attempts, 5);
    beans.clock().advance(Duration.ofMinutes(59));
    take(attempts, 20);

    beans.clock().advance(Duration.ofMinutes(1));

    assertThat(take(attempts, 6).stream().filter(Attempt::granted)).hasSize(5);
  }

  @EachDatabase
  void R6_hundredFailuresInARow_closeTheWayUntilItIsSetUpAgain(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    Attempts attempts = beans.get(Attempts.class);
    for (int hour = 0; hour < 20; hour++) {
      assertThat(take(attempts, 5)).allMatch(Attempt::granted);
      beans.clock().advance(Duration.ofHours(1));
    }
    assertThat(attempts.take(subject, Way.EMAIL).granted()).isFalse();
    beans.clock().advance(Duration.ofDays(30));
    assertThat(attempts.blocked(subject, Way.EMAIL)).isTrue();
    assertThat(attempts.take(subject, Way.EMAIL).granted()).isFalse();

    attempts.setUpAgain(subject, Way.EMAIL);

    assertThat(attempts.take(subject, Way.EMAIL).granted()).isTrue();
  }

  @EachDatabase
  void R6_theHundredthFailureIsTheLastTry(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    Attempts attempts = beans.get(Attempts.class);
    for (int i = 0; i < 98; i++) {
      beans.clock().advance(Duration.ofHours(1));
      attempts.take(subject, Way.EMAIL);
    }
    beans.clock().advance(Duration.ofHours(1));

    assertThat(take(attempts, 2)).extracting(Attempt::last).containsExactly(false, true);
  }

  @EachDatabase
  void R6_successStartsTheCountOver(Databases database) {
    Attempts attempts = StorageBeans.on(database).get(Attempts.class);
    take(attempts, 4);

    attempts.succeeded(subject, Way.EMAIL);

    assertThat(take(attempts, 5)).allMatch(Attempt::granted);
  }

  @EachDatabase
  void A9_exhaustingOneWay_leavesTheOthersOpen(Databases database) {
    Attempts attempts = StorageBeans.on(database).get(Attempts.class);
    take(attempts, 6);

    assertThat(attempts.take(subject, Way.BACKUP_CODE).granted()).isTrue();
    assertThat(attempts.blocked(UUID.randomUUID().toString(), Way.EMAIL)).isFalse();
  }

  @EachDatabase
  void P3_aTryStaysCounted_whenTheCallersWorkIsRolledBack(Databases database) {
    StorageBeans beans = StorageBeans.on(database);
    Attempts attempts = beans.get(Attempts.class);
    take(attempts, 4);

    beans
        .transaction()
        .executeWithoutResult(
            status -> {
              attempts.take(subject, Way.EMAIL);
              status.setRollbackOnly();
            });

    assertThat(attempts.blocked(subject, Way.EMAIL)).isTrue();
  }

  @EachDatabase
  void T2_fiftyParallelTries_fiveAreGranted(Databases database) throws Exception {
    Attempts attempts = StorageBeans.on(database).get(Attempts.class);

    List<Attempt> tries = Race.run(50, () -> attempts.take(subject, Way.EMAIL));

    assertThat(tries.stream().filter(Attempt::granted)).hasSize(5);
    assertThat(tries.stream().filter(Attempt::granted).filter(Attempt::last)).hasSize(1);
  }

  private List<Attempt> take(Attempts attempts, int count) {
    return IntStream.range(0, count).mapToObj(i -> attempts.take(subject, Way.EMAIL)).toList();
  }
}
