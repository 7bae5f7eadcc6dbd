package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.messaging.NotYetTurn;
import dev.latchkey.messaging.TemporarySendFailure;
import dev.latchkey.operation.Checkup;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** When a failed job comes again, and when it is given to people instead. */
class JobRetriesTests {
  private static Checkup checkup;
  private static SmallEngine engine;

  private final RuntimeException fault = new IllegalStateException("Broken");
  private final RuntimeException databaseAway =
      new DataAccessResourceFailureException("x", new SQLException("x", "08006"));
  private final Instant now = ClockUtil.getCurrentTime().toInstant();

  @BeforeAll
  static void start() {
    checkup = mock();
    engine = new SmallEngine(checkup);
  }

  @AfterAll
  static void stop() {
    engine.close();
  }

  @BeforeEach
  void stopTheClock() {
    clearInvocations(checkup);
    ClockUtil.setCurrentTime(Date.from(now));
  }

  @AfterEach
  void letTheClockRun() {
    ClockUtil.reset();
  }

  /** The instance of a process whose only work is a job that is tried so often. */
  private static String started(String tries) {
    String process = "P" + UUID.randomUUID();
    engine.deploy(
        Bpmn.createExecutableProcess(process)
            .startEvent()
            .serviceTask("Task_Work")
            .camundaDelegateExpression("${work}")
            .camundaAsyncBefore()
            .camundaFailedJobRetryTimeCycle(tries)
            .endEvent()
            .done());
    return engine.runtime().startProcessInstanceByKey(process).getId();
  }

  private static Job fails(String instance, RuntimeException with) {
    engine.fails(with);
    engine.tries(engine.job(instance));
    return engine.job(instance);
  }

  private Duration until(Job job) {
    return Duration.between(now, job.getDuedate().toInstant());
  }

  private static List<Incident> incidents(String instance) {
    return engine.runtime().createIncidentQuery().processInstanceId(instance).list();
  }

  private static List<Duration> drawn(Duration usual, Throwable failure) {
    return Stream.generate(() -> JobRetries.untilNext(usual, failure)).limit(1_000).toList();
  }

  private static TemporarySendFailure overloaded(Duration retryAfter) {
    return new TemporarySendFailure("answered 429", null, retryAfter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"PT10S,PT1M,PT5M,PT15M,PT1H | 6", "PT5S,PT10S | 3", "R2/PT1M | 2", "R1/PT0S | 1"})
  void P1_jobThatKeepsFailing_becomesAnIncident_afterTheTriesOfTheDiagram(String cycle, int tries) {
    String instance = started(cycle);
    for (int attempt = 1; attempt < tries; attempt++) {
      assertThat(fails(instance, fault).getRetries()).isEqualTo(tries - attempt);
    }
    assertThat(incidents(instance)).isEmpty();

    assertThat(fails(instance, fault).getRetries()).isZero();
    assertThat(incidents(instance))
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.getIncidentType()).isEqualTo(Incident.FAILED_JOB_HANDLER_TYPE);
              assertThat(incident.getActivityId()).isEqualTo("Task_Work");
              assertThat(incident.getIncidentMessage()).isEqualTo("Broken");
            });
  }

  @Test
  void P1_databaseThatIsAway_costsNoTry() {
    String instance = started("PT10S,PT1M");
    for (int attempt = 0; attempt < 12; attempt++) {
      assertThat(fails(instance, databaseAway).getRetries()).isEqualTo(3);
    }
    assertThat(incidents(instance)).isEmpty();

    engine.fails(null);
    engine.tries(engine.job(instance));
    assertThat(engine.runtime().createProcessInstanceQuery().processInstanceId(instance).count())
        .isZero();
  }

  @Test
  void P1_whatAlwaysFailsOfTheDatabase_becomesAnIncident_afterSixtyTimesMore() {
    String instance = started("R1/PT0S");
    for (int attempt = 1; attempt <= 60; attempt++) {
      assertThat(fails(instance, databaseAway).getRetries()).isOne();
    }
    assertThat(incidents(instance)).isEmpty();

    assertThat(fails(instance, databaseAway).getRetries()).isZero();
    assertThat(incidents(instance)).hasSize(1);
  }

  @Test
  void P1_databaseThatGoesAwayAtTheLastTry_costsNotEvenThat() {
    String instance = started("R2/PT1M");
    fails(instance, fault);

    assertThat(fails(instance, databaseAway).getRetries()).isOne();
    assertThat(incidents(instance)).isEmpty();
    assertThat(fails(instance, fault).getRetries()).isZero();
  }

  @Test
  void P1_databaseThatIsAway_isNotAskedAgainAtOnce() {
    assertThat(until(fails(started("R1/PT0S"), databaseAway)))
        .isBetween(Duration.ofMillis(3_750), Duration.ofMillis(5_001));
  }

  @Test
  void triesOfOneJob_areAsFarApartAsTheDiagramSays_orALittleLess() {
    String instance = started("PT10S,PT1M,PT5M");
    for (int seconds : List.of(10, 60, 300)) {
      assertThat(until(fails(instance, fault)))
          .isBetween(Duration.ofMillis(seconds * 750L), Duration.ofMillis(seconds * 1000L + 1));
    }
  }

  @Test
  void providerThatSaidWhen_isNotAskedEarlier() {
    assertThat(until(fails(started("PT5S,PT10S"), overloaded(Duration.ofMinutes(2)))))
        .isBetween(Duration.ofMinutes(2), Duration.ofMillis(150_001));
  }

  @Test
  void messageThatWaitsForItsTurn_losesNoTry_andComesThen() {
    NotYetTurn turn = mock();
    when(turn.left()).thenReturn(Duration.ofSeconds(7));
    String instance = started("PT5S,PT10S");
    int before = engine.job(instance).getRetries();

    Job job = fails(instance, turn);

    assertThat(job.getRetries()).isEqualTo(before);
    assertThat(until(job)).isEqualTo(Duration.ofMillis(7_001));
    assertThat(job.getExceptionMessage()).isNull();
    verify(checkup, never()).failed(turn);
  }

  @Test
  void whatFailed_isToldToWhoeverLooksAfterTheDatabase() {
    fails(started("R1/PT0S"), databaseAway);

    verify(checkup).failed(databaseAway);
  }

  @Test
  void jobsThatFailedTogether_doNotComeBackTogether() {
    assertThat(drawn(Duration.ofMinutes(1), fault))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60)))
        .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(50)) < 0)
        .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(55)) > 0);
  }

  @Test
  void messagesThatAProviderPutOff_doNotComeBackTogether_norEarlier() {
    assertThat(
            drawn(
                Duration.ofSeconds(5),
                new IllegalStateException(overloaded(Duration.ofMinutes(1)))))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75)))
        .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(65)) < 0)
        .anyMatch(wait -> wait.compareTo(Duration.ofSeconds(70)) > 0);
  }

  @Test
  void providerThatWantsLess_thanTheDiagram_getsWhatTheDiagramSays() {
    assertThat(drawn(Duration.ofMinutes(5), overloaded(Duration.ofSeconds(10))))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(225), Duration.ofSeconds(300)));
  }

  @Test
  void databaseThatIsAway_isAskedNoEarlierThanTheDiagramSays() {
    assertThat(drawn(Duration.ofMinutes(1), databaseAway))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(60)));
  }

  @Test
  void faultThatSaysNothing_comesAtOnceWhereTheDiagramSaysSo() {
    assertThat(drawn(Duration.ZERO, fault)).containsOnly(Duration.ZERO);
  }
}
