package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static dev.latchkey.messaging.MessagingFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Providers are called at the configured rate; what is more waits for its turn. */
class TurnsTests {
  private static final String RATE = "latchkey.messaging.limits.texts-per-second";
  private static final int PER_SECOND = 10;
  private static final long BETWEEN_TWO = 1_000_000 / PER_SECOND;

  private static MessagingFixture messaging(Databases database) {
    return new MessagingFixture(database, Map.of(RATE, String.valueOf(PER_SECOND)));
  }

  /** All calls are given out, and others wait, for so many seconds. */
  private static MessagingFixture busyFor(int seconds, Databases database) {
    MessagingFixture messaging = messaging(database);
    setRate(messaging, "given_until", 50);
    setRate(messaging, "queue_until", seconds);
    return messaging;
  }

  private static void setRate(MessagingFixture messaging, String column, int seconds) {
    String ahead = "cast(extract(epoch from current_timestamp) * 1000000 as bigint) + ?";
    messaging
        .jdbc
        .sql("update send_rate set %s = %s".formatted(column, ahead))
        .param(seconds * 1_000_000L)
        .update();
  }

  private static long queueEnd(MessagingFixture messaging) {
    return messaging
        .jdbc
        .sql("select queue_until from send_rate where channel = 'TEXT_MESSAGE'")
        .query(Long.class)
        .single();
  }

  private static NotYetTurn told(MessagingFixture messaging, String message) {
    return catchThrowableOfType(NotYetTurn.class, () -> messaging.outbox.send(message, CODE_FACTS));
  }

  @EachDatabase
  void moreThanTheRate_waits_oneAfterTheOther(Databases database) {
    MessagingFixture messaging = busyFor(60, database);
    long before = queueEnd(messaging);

    for (int place = 1; place <= 3; place++) {
      assertThat(told(messaging, messaging.codeTo(PHONE)).left()).isPositive();
      assertThat(queueEnd(messaging)).isEqualTo(before + place * BETWEEN_TWO);
    }
    assertThat(messaging.texts.taken()).isEmpty();
  }

  @EachDatabase
  void whatWasGivenOutBeforeTheDatabasesClockWasPutBack_isForgotten(Databases database) {
    MessagingFixture messaging = messaging(database);
    setRate(messaging, "given_until", 3_600);

    assertThat(messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS))
        .isEqualTo(SendOutcome.ACCEPTED);
  }

  @EachDatabase
  void aQueueFromBeforeTheDatabasesClockWasPutBack_beginsAnew(Databases database) {
    MessagingFixture messaging = busyFor(3_600, database);

    assertThat(told(messaging, messaging.codeTo(PHONE)).left()).isLessThan(Duration.ofMinutes(1));
  }

  @EachDatabase
  void askingAgainTooEarly_keepsThePlace(Databases database) {
    MessagingFixture messaging = busyFor(60, database);
    String code = messaging.codeTo(PHONE);
    Duration wait = told(messaging, code).left();
    long end = queueEnd(messaging);
    messaging.clock.advance(Duration.ofSeconds(1));

    assertThat(told(messaging, code).left()).isLessThan(wait);
    assertThat(queueEnd(messaging)).isEqualTo(end);
  }

  @EachDatabase
  void whenItsTurnComes_itIsSent(Databases database) {
    MessagingFixture messaging = busyFor(60, database);
    String code = messaging.codeTo(PHONE);
    Duration wait = told(messaging, code).left();
    messaging.clock.advance(wait);
    messaging.time.goesOn(wait);
    setRate(messaging, "given_until", -1);

    assertThat(messaging.outbox.send(code, CODE_FACTS)).isEqualTo(SendOutcome.ACCEPTED);
  }

  @EachDatabase
  void T1_aDecoyWaitsInTheSameQueue(Databases database) {
    MessagingFixture messaging = busyFor(60, database);
    long before = queueEnd(messaging);
    String decoy = messaging.codeToDecoy(Channel.TEXT_MESSAGE, "nobody");

    assertThat(told(messaging, decoy).left()).isPositive();
    assertThat(queueEnd(messaging)).isEqualTo(before + BETWEEN_TWO);
    assertThat(messaging.state(decoy)).isEqualTo("INTENDED");
  }

  @EachDatabase
  void codesComeFirst_aNoticeTakesNoPlaceUntilItIsFiveMinutesOld(Databases database) {
    MessagingFixture messaging = busyFor(60, database);
    String notice = messaging.intend(Purpose.TEXTS_ALLOWED, Channel.TEXT_MESSAGE, PHONE);
    long before = queueEnd(messaging);

    assertThat(told(messaging, notice).left()).isPositive();
    assertThat(queueEnd(messaging)).isEqualTo(before);
    messaging.clock.advance(Duration.ofMinutes(5));
    assertThat(told(messaging, notice).left()).isPositive();
    assertThat(queueEnd(messaging)).isEqualTo(before + BETWEEN_TWO);
  }

  @EachDatabase
  void P4_aCodeWhoseTurnWouldComeTooLate_expires_andTakesNoPlace(Databases database) {
    MessagingFixture messaging = busyFor(660, database);
    long before = queueEnd(messaging);
    String code = messaging.codeTo(PHONE);

    assertThat(messaging.outbox.send(code, CODE_FACTS)).isEqualTo(SendOutcome.EXPIRED);
    assertThat(queueEnd(messaging)).isEqualTo(before);
  }

  @EachDatabase
  void P2_waitingCountsAsNoFailure(Databases database) {
    MessagingFixture messaging = busyFor(60, database);
    String code = messaging.codeTo(PHONE);
    told(messaging, code);

    assertThat(messaging.column("failures", code)).isEqualTo("0");
  }

  @EachDatabase
  void allNodesTogether_getNoMoreThanTheRate(Databases database) {
    MessagingFixture messaging = messaging(database);
    SendRate rate =
        new SendRate(
            messaging.jdbc, MessagingFixture.properties(Map.of(RATE, String.valueOf(PER_SECOND))));
    AtomicInteger given = new AtomicInteger();
    long begun = System.nanoTime();

    IntStream.range(0, 60)
        .parallel()
        .filter(each -> messaging.inTransaction(() -> rate.give(Channel.TEXT_MESSAGE, 1)))
        .forEach(each -> given.incrementAndGet());

    double seconds = (System.nanoTime() - begun) / 1e9;
    assertThat(given.get()).isBetween(PER_SECOND, (int) Math.ceil(PER_SECOND * (seconds + 1)));
  }

  @Test
  void aRateAtWhichNothingIsSent_isRefused() {
    assertThatThrownBy(() -> MessagingFixture.properties(Map.of(RATE, "0")))
        .rootCause()
        .hasMessageContaining("texts-per-second");
  }
}
