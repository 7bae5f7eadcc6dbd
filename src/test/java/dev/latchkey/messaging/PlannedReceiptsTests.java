package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.Removals;
import java.time.Duration;
import org.springframework.dao.ConcurrencyFailureException;

/** Reports that come by themselves: each at its moment, each once. */
class PlannedReceiptsTests {
  private static final Duration SOON = Duration.ofSeconds(3);

  @EachDatabase
  void T1_decoysReport_comesAtItsMomentAndNotBefore(Databases database) {
    var messaging = reporting(database, DeliveryStatus.DELIVERED, null);
    String decoy = sentToDecoy(messaging);

    messaging.clock.advance(SOON.minusMillis(1));
    messaging.alarm.runDue();
    messaging.planned.recordDue();
    assertThat(messaging.column("receipt", decoy)).isEqualTo("null");

    messaging.clock.advance(Duration.ofMillis(1));
    messaging.alarm.runDue();
    assertThat(messaging.column("receipt", decoy)).isEqualTo("DELIVERED");
    assertThat(plans(messaging)).isZero();
  }

  @EachDatabase
  void T1_undeliveredDecoy_isToldLikeARealOne(Databases database) {
    var messaging = reporting(database, DeliveryStatus.UNDELIVERED, "unknown-number");
    sentToDecoy(messaging);

    messaging.clock.advance(SOON);
    messaging.alarm.runDue();

    assertThat(messaging.undelivered).containsExactly("case issue");
  }

  @EachDatabase
  void afterARestart_whatIsDueIsRecorded_once(Databases database) {
    var messaging = reporting(database, DeliveryStatus.UNDELIVERED, "unreachable");
    String decoy = sentToDecoy(messaging);
    messaging.alarm.forget();
    messaging.clock.advance(Duration.ofMinutes(1));

    messaging.planned.recordDue();
    messaging.planned.recordDue();

    assertThat(messaging.column("receipt_cause", decoy)).isEqualTo("unreachable");
    assertThat(messaging.undelivered).hasSize(1);
  }

  @EachDatabase
  void severalNodesAtOnce_recordItOnce(Databases database) throws Exception {
    var messaging = reporting(database, DeliveryStatus.UNDELIVERED, "unreachable");
    for (int each = 0; each < 5; each++) {
      sentToDecoy(messaging);
    }
    messaging.clock.advance(SOON);

    Race.run(
        4,
        () -> {
          messaging.planned.recordDue();
          return true;
        });

    assertThat(messaging.undelivered).hasSize(5);
    assertThat(plans(messaging)).isZero();
  }

  @EachDatabase
  void whatCannotBeRecordedNow_isRecordedAtTheNextLook(Databases database) {
    var messaging = reporting(database, DeliveryStatus.UNDELIVERED, "unreachable");
    String decoy = sentToDecoy(messaging);
    messaging.clock.advance(SOON);
    var told = messaging.told;
    messaging.told =
        (caseId, issue) -> {
          throw new ConcurrencyFailureException("moved");
        };
    messaging.planned.recordDue();
    assertThat(messaging.column("receipt", decoy)).isEqualTo("null");

    messaging.told = told;
    messaging.planned.recordDue();
    assertThat(messaging.undelivered).hasSize(1);
  }

  @EachDatabase
  void R15_decoyReportedOptedOut_isRefusedFromThenOn_andOptsNobodyOut(Databases database) {
    var messaging = reporting(database, DeliveryStatus.UNDELIVERED, "opted-out");
    String decoy = sentToDecoy(messaging);
    messaging.clock.advance(SOON);
    messaging.alarm.runDue();

    String next = messaging.codeToDecoy(Channel.TEXT_MESSAGE, "decoy");
    assertThat(messaging.outbox.send(next, CODE_FACTS)).isEqualTo(SendOutcome.REFUSED);
    assertThat(messaging.column("cause", next)).isEqualTo("opted-out");
    assertThat(messaging.optOuts.contains(messaging.column("target_hash", decoy))).isFalse();
  }

  @EachDatabase
  void R15_theJobTriedAgainAfterTheReport_endsAsWithARealCode(Databases database) {
    var messaging = reporting(database, DeliveryStatus.UNDELIVERED, "unreachable");
    String decoy = sentToDecoy(messaging);
    messaging.clock.advance(SOON);
    messaging.alarm.runDue();

    assertThat(messaging.outbox.send(decoy, CODE_FACTS)).isEqualTo(SendOutcome.REFUSED);
  }

  @EachDatabase
  void R24_plansGoWithTheirMessages(Databases database) {
    var messaging = reporting(database, DeliveryStatus.DELIVERED, null);
    sentToDecoy(messaging);
    messaging.clock.advance(Duration.ofDays(31));

    Removals.of(
        new MessageRetention(messaging.jdbc, "P30D"),
        messaging.clock.instant(),
        messaging.transaction);

    assertThat(plans(messaging)).isZero();
  }

  private static MessagingFixture reporting(
      Databases database, DeliveryStatus status, String cause) {
    var messaging = new MessagingFixture(database);
    messaging.texts.usuallyReports(new ExpectedReceipt(status, cause, SOON, true));
    return messaging;
  }

  private static String sentToDecoy(MessagingFixture messaging) {
    String decoy = messaging.codeToDecoy(Channel.TEXT_MESSAGE, "decoy");
    assertThat(messaging.outbox.send(decoy, CODE_FACTS)).isEqualTo(SendOutcome.SUPPRESSED);
    return decoy;
  }

  private static long plans(MessagingFixture messaging) {
    return messaging.jdbc.sql("select count(*) from planned_receipt").query(Long.class).single();
  }
}
