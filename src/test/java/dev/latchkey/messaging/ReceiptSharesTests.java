package dev.latchkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** What is reported of decoys: as much as of real codes, and no more regular. */
class ReceiptSharesTests {
  private static final Channel TEXT = Channel.TEXT_MESSAGE;
  private static final Duration USUAL = Duration.ofSeconds(4);

  @EachDatabase
  void T1_beforeEnoughReports_decoysGetAboutTheUsualOne(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.texts.usuallyReports(ExpectedReceipt.delivered(USUAL));
    real(messaging, 29, "unreachable", Duration.ofSeconds(1));

    List<ExpectedReceipt> reports = decoys(messaging, 900);

    assertThat(with(reports, null)).isGreaterThan(840);
    assertThat(reports)
        .allSatisfy(
            report ->
                assertThat(report.after())
                    .isBetween(USUAL.dividedBy(2), USUAL.multipliedBy(3).dividedBy(2)));
  }

  @EachDatabase
  void T1_beforeEnoughReports_fewDecoysAreUndelivered_alwaysTheSame(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.texts.usuallyReports(ExpectedReceipt.delivered(USUAL));

    List<String> causes = causes(decoys(messaging, 900));

    assertThat(causes).containsOnly("none", "unknown-number");
    assertThat(causes).filteredOn("unknown-number"::equals).hasSizeBetween(10, 60);
    messaging.clock.advance(Duration.ofMinutes(3));
    assertThat(causes(decoys(messaging, 900))).isEqualTo(causes);
  }

  @EachDatabase
  void T1_decoysAreUndeliveredAsOftenAsRealCodes_forEachCause(Databases database) {
    var messaging = new MessagingFixture(database);
    real(messaging, 20, "unknown-number", Duration.ofSeconds(1));
    real(messaging, 20, "unreachable", Duration.ofSeconds(9));
    real(messaging, 20, null, Duration.ofSeconds(5));

    List<ExpectedReceipt> reports = decoys(messaging, 900);

    assertThat(with(reports, "unknown-number")).isBetween(240L, 360L);
    assertThat(with(reports, "unreachable")).isBetween(240L, 360L);
    assertThat(with(reports, null)).isBetween(240L, 360L);
  }

  @EachDatabase
  void T1_decoysReports_takeTheTimeThatRealOnesOfTheirFateTook(Databases database) {
    var messaging = new MessagingFixture(database);
    real(messaging, 30, "unreachable", Duration.ofSeconds(9));
    real(messaging, 30, null, Duration.ofSeconds(5));

    assertThat(decoys(messaging, 60))
        .allSatisfy(
            report ->
                assertThat(report.after())
                    .isEqualTo(Duration.ofSeconds(report.cause() == null ? 5 : 9)));
  }

  @EachDatabase
  void T1_whereNothingIsReported_decoysGetNoReport(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.texts.usuallyReports(ExpectedReceipt.delivered(USUAL));
    accepted(messaging, 40, null, null, null);
    messaging.clock.advance(Duration.ofMinutes(10));

    assertThat(decoys(messaging, 50)).extracting(ExpectedReceipt::status).containsOnlyNulls();
  }

  @EachDatabase
  void R15_oneDecoyMeetsTheSameFateEachTime(Databases database) {
    var messaging = new MessagingFixture(database);
    real(messaging, 30, "unknown-number", Duration.ofSeconds(1));
    real(messaging, 30, "unreachable", Duration.ofSeconds(2));
    real(messaging, 30, null, Duration.ofSeconds(3));
    List<String> before = causes(decoys(messaging, 40));
    messaging.clock.advance(Duration.ofHours(1));

    assertThat(causes(decoys(messaging, 40))).isEqualTo(before);
  }

  @EachDatabase
  void T1_B3_outageThatBegan_holdsForDecoysToo_andWhatIsWrongForGoodStays(Databases database) {
    var messaging = new MessagingFixture(database);
    real(messaging, 100, "unknown-number", Duration.ofSeconds(1));
    real(messaging, 200, null, Duration.ofSeconds(3));
    List<String> before = causes(decoys(messaging, 100));
    real(messaging, 100, "carrier-failure", Duration.ofSeconds(6));

    List<String> during = causes(decoys(messaging, 100));

    assertThat(during).doesNotContain("none").contains("carrier-failure");
    for (int each = 0; each < before.size(); each++) {
      if (during.get(each).equals("unknown-number")) {
        assertThat(before.get(each)).isEqualTo("unknown-number");
      }
    }
  }

  @EachDatabase
  void T1_certainReport_holdsForDecoysWhateverWasReportedBefore(Databases database) {
    var messaging = new MessagingFixture(database);
    real(messaging, 60, null, Duration.ofSeconds(3));
    var blocked = new ExpectedReceipt(DeliveryStatus.UNDELIVERED, "blocked", USUAL, true);
    messaging.texts.usuallyReports(blocked);

    assertThat(decoys(messaging, 10)).containsOnly(blocked);
  }

  @EachDatabase
  void T1_youngCodesAreLeftOut_becauseOnlyTheirQuickReportsAreKnown(Databases database) {
    var messaging = new MessagingFixture(database);
    real(messaging, 60, null, Duration.ofSeconds(3));
    accepted(messaging, 60, "UNDELIVERED", "unreachable", Duration.ofSeconds(1));

    assertThat(with(decoys(messaging, 20), null)).isEqualTo(20);
  }

  private static long with(List<ExpectedReceipt> reports, String cause) {
    return reports.stream()
        .filter(report -> report.status() != null && Objects.equals(report.cause(), cause))
        .count();
  }

  private static List<String> causes(List<ExpectedReceipt> reports) {
    return reports.stream().map(report -> Objects.toString(report.cause(), "none")).toList();
  }

  /** What the same so many decoys get, each time in messages of their own. */
  private static List<ExpectedReceipt> decoys(MessagingFixture messaging, int number) {
    return IntStream.range(0, number)
        .mapToObj(each -> decoy(messaging, each + " " + messaging.clock.instant(), each))
        .map(messaging.receiptShares::of)
        .toList();
  }

  private static StoredMessage decoy(MessagingFixture messaging, String id, int number) {
    return new StoredMessage(
        id,
        "case",
        "issue",
        Purpose.RECOVERY_CODE,
        TEXT,
        null,
        messaging.hasher.decoy(TEXT, "decoy " + number),
        Locale.ENGLISH,
        MessageState.SENDING,
        null,
        messaging.clock.instant(),
        null);
  }

  /** Codes to as many numbers, each reported after this time; then ten minutes pass. */
  private static void real(MessagingFixture messaging, int numbers, String cause, Duration after) {
    DeliveryStatus status = cause == null ? DeliveryStatus.DELIVERED : DeliveryStatus.UNDELIVERED;
    accepted(messaging, numbers, status.name(), cause, after);
    messaging.clock.advance(Duration.ofMinutes(10));
  }

  /** The rows of as many accepted codes, each to a number of its own. */
  private static void accepted(
      MessagingFixture messaging, int numbers, String receipt, String cause, Duration after) {
    OffsetDateTime now = SqlTime.of(messaging.clock.instant());
    messaging.rows.batchUpdate(
        """
        insert into message (id, case_id, code_issue_id, purpose, channel, target, target_hash,
          locale, state, receipt, receipt_cause, created_at, changed_at, handed_at, receipt_at)
        values (?, 'case', 'issue', 'recovery-code', 'TEXT_MESSAGE', '+81', ?, 'en', 'ACCEPTED',
          ?, ?, ?, ?, ?, ?)
        """,
        IntStream.range(0, numbers)
            .mapToObj(each -> UUID.randomUUID().toString())
            .map(
                id ->
                    new Object[] {
                      id,
                      "hash " + id,
                      receipt,
                      cause,
                      now,
                      now,
                      now,
                      receipt == null ? null : now.plus(after)
                    })
            .toList());
  }
}
