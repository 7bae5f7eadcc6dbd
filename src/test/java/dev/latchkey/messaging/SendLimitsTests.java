package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.MAILBOX;
import static dev.latchkey.messaging.MessagingFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.messaging.LimitVerdict.Decision;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class SendLimitsTests {
  private static final Channel TEXT = Channel.TEXT_MESSAGE;

  @EachDatabase
  void R8_secondSendWithin120Seconds_waits(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.claim(TEXT, PHONE, "client");
    messaging.clock.advance(Duration.ofMillis(119_999));

    LimitVerdict verdict = messaging.claim(TEXT, PHONE, "client");

    assertThat(verdict.decision()).isEqualTo(Decision.LATER);
    assertThat(verdict.cause()).isEqualTo("too-soon");
    assertThat(verdict.nextPossible()).isEqualTo(messaging.clock.instant().plusMillis(1));
  }

  @EachDatabase
  void R8_secondSendAfter120Seconds_isAllowed(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.claim(TEXT, PHONE, "client");
    messaging.clock.advance(Duration.ofMinutes(2));

    assertThat(messaging.claim(TEXT, PHONE, "client").decision()).isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void R8_refusedClaim_doesNotProlongTheWait(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.claim(TEXT, PHONE, "client");
    messaging.clock.advance(Duration.ofMinutes(1));
    messaging.claim(TEXT, PHONE, "client");
    messaging.clock.advance(Duration.ofMinutes(1));

    assertThat(messaging.claim(TEXT, PHONE, "client").decision()).isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void R8_sixthSendInTenMinutes_isRefusedUntilTheFirstIsTenMinutesOld(Databases database) {
    var messaging = withSpacing(database, "10s");
    claims(messaging, 5, Duration.ofSeconds(10));

    LimitVerdict verdict = messaging.claim(TEXT, PHONE, "client");

    assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
    assertThat(verdict.cause()).isEqualTo("target-10-minutes");
    assertThat(verdict.nextPossible())
        .isEqualTo(messaging.clock.instant().minusSeconds(50).plus(Duration.ofMinutes(10)));
  }

  @EachDatabase
  void R8_sixthSendPossibleWithinTwoMinutes_waits(Databases database) {
    var messaging = withSpacing(database, "10s");
    claims(messaging, 5, Duration.ofSeconds(10));
    messaging.clock.advance(Duration.ofMinutes(9).minusSeconds(50));

    assertThat(messaging.claim(TEXT, PHONE, "client").decision()).isEqualTo(Decision.LATER);
  }

  @EachDatabase
  void R8_sendsAtTheSpacing_keepTheTenMinuteLimit(Databases database) {
    var messaging = new MessagingFixture(database);

    assertThat(claims(messaging, 8, Duration.ofMinutes(2))).doesNotContain(Decision.REFUSED);
  }

  @EachDatabase
  void R8_eleventhSendInADay_isRefused(Databases database) {
    var messaging = new MessagingFixture(database);
    claims(messaging, 10, Duration.ofMinutes(30));

    LimitVerdict verdict = messaging.claim(TEXT, PHONE, "client");

    assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
    assertThat(verdict.cause()).isEqualTo("target-day");
    messaging.clock.advance(Duration.ofHours(19));
    assertThat(messaging.claim(TEXT, PHONE, "client").decision()).isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void R8_oneClient_meetsItsCapOverAllTargets(Databases database) {
    var messaging =
        new MessagingFixture(
            database, Map.of("latchkey.messaging.limits.per-client-and-hour", "2"));
    messaging.claim(Channel.EMAIL, "one@example.com", "client");
    messaging.claim(Channel.EMAIL, "two@example.com", "client");

    LimitVerdict verdict = messaging.claim(Channel.EMAIL, "three@example.com", "client");

    assertThat(verdict.cause()).isEqualTo("client-hour");
    assertThat(messaging.claim(Channel.EMAIL, MAILBOX, "another").decision())
        .isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void R8_T12_numbersOfOneBlock_meetTheCapOfTheirPrefix(Databases database) {
    var messaging =
        new MessagingFixture(
            database, Map.of("latchkey.messaging.limits.per-prefix-and-hour", "2"));
    messaging.claim(TEXT, "+819012345001", "one");
    messaging.claim(TEXT, "+819012345002", "two");

    LimitVerdict verdict = messaging.claim(TEXT, "+819012345003", "three");

    assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
    assertThat(verdict.cause()).isEqualTo("prefix-hour");
    assertThat(messaging.claim(TEXT, "+819012355003", "three").decision())
        .isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void R8_T12_numbersOfOneCountry_meetItsCap(Databases database) {
    var messaging =
        new MessagingFixture(
            database, Map.of("latchkey.messaging.limits.per-country-and-hour", "2"));
    messaging.claim(TEXT, "+819012345001", "one");
    messaging.claim(TEXT, "+818012345002", "two");

    LimitVerdict verdict = messaging.claim(TEXT, "+817012345003", "three");

    assertThat(verdict.decision()).isEqualTo(Decision.REFUSED);
    assertThat(verdict.cause()).isEqualTo("country-hour");
    assertThat(messaging.limits.hasRoomFor(TEXT, "+817012345003")).isFalse();
    assertThat(messaging.limits.hasRoomFor(TEXT, "+12025550123")).isTrue();
    assertThat(messaging.claim(Channel.EMAIL, MAILBOX, "three").decision())
        .isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void R8_T1_decoysLeaveTheCapsOfPlaces_toWhatIsSent(Databases database) {
    var messaging =
        new MessagingFixture(
            database, Map.of("latchkey.messaging.limits.per-country-and-hour", "1"));
    messaging.codeToDecoy(TEXT, "nobody");

    assertThat(messaging.limits.hasRoomFor(TEXT, "+819012345001")).isTrue();
  }

  @EachDatabase
  void R8_inAll_meetsTheCapOfTheChannel(Databases database) {
    var messaging =
        new MessagingFixture(database, Map.of("latchkey.messaging.limits.texts-per-hour", "1"));
    messaging.claim(TEXT, PHONE, "one");

    LimitVerdict verdict = messaging.claim(TEXT, "+12025550123", "two");

    assertThat(verdict.cause()).isEqualTo("total-hour");
    assertThat(messaging.claim(Channel.EMAIL, MAILBOX, "two").decision())
        .isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void R8_capOfNought_letsNothingThrough(Databases database) {
    var messaging =
        new MessagingFixture(database, Map.of("latchkey.messaging.limits.texts-per-hour", "0"));

    assertThat(messaging.claim(TEXT, PHONE, "one").decision()).isEqualTo(Decision.REFUSED);
  }

  @EachDatabase
  void T12_foreignPremiumAndUnknownNumbers_areRefused(Databases database) {
    var messaging = new MessagingFixture(database);

    for (String number : List.of("+33612345678", "+18765551234", "+19005551234", "+19995551234")) {
      assertThat(messaging.claim(TEXT, number, "client"))
          .as(number)
          .isEqualTo(new LimitVerdict(Decision.REFUSED, null, "country-not-allowed"));
    }
  }

  @EachDatabase
  void T12_numbersOutsideTheConfiguredPrefixes_areRefusedAndCounted(Databases database) {
    var messaging =
        new MessagingFixture(
            database, Map.of("latchkey.messaging.limits.prefixes", "+8190, 12025"));

    assertThat(messaging.claim(TEXT, PHONE, "client").decision()).isEqualTo(Decision.ALLOWED);
    assertThat(messaging.claim(TEXT, "+12025550123", "client").decision())
        .isEqualTo(Decision.ALLOWED);
    assertThat(messaging.claim(TEXT, "+818012345678", "client"))
        .isEqualTo(new LimitVerdict(Decision.REFUSED, null, "prefix-not-allowed"));
    assertThat(messaging.limits.mayEverBeSentTo(TEXT, "+818012345678")).isFalse();
    assertThat(
            messaging
                .meters
                .counter(
                    "latchkey.sends.limited",
                    "cause",
                    "prefix-not-allowed",
                    "channel",
                    "TEXT_MESSAGE")
                .count())
        .isEqualTo(2);
  }

  @EachDatabase
  void T12_prefixThatIsNone_stopsTheStart(Databases database) {
    assertThatThrownBy(
            () ->
                new MessagingFixture(
                    database, Map.of("latchkey.messaging.limits.prefixes", "Japan")))
        .hasMessageContaining("latchkey.messaging.limits.prefixes");
  }

  @EachDatabase
  void R8_T1_decoyMeetsTheSameLimits(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.claim(TEXT, null, "client");

    assertThat(messaging.claim(TEXT, null, "client").cause()).isEqualTo("too-soon");
  }

  @EachDatabase
  void R8_noticesDoNotCount(Databases database) {
    var messaging = new MessagingFixture(database);
    for (int i = 0; i < 10; i++) {
      messaging.intend(Purpose.ACCESS_RESTORED, TEXT, PHONE);
    }

    assertThat(messaging.claim(TEXT, PHONE, "client").decision()).isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void E2_codeKeptBackByAnOptOut_isFollowedAtOnce(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.claim(TEXT, PHONE, "client");
    messaging.jdbc.sql("update message set state = 'REFUSED', cause = 'opted-out'").update();

    assertThat(messaging.claim(TEXT, PHONE, "client").decision()).isEqualTo(Decision.ALLOWED);
  }

  @EachDatabase
  void R8_T12_codeThatWentOut_counts_whateverItsHolderTextsThen(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.claim(TEXT, PHONE, "client");
    messaging
        .jdbc
        .sql("update message set state = 'ACCEPTED', receipt_cause = 'opted-out'")
        .update();

    assertThat(messaging.claim(TEXT, PHONE, "client").cause()).isEqualTo("too-soon");
  }

  @EachDatabase
  void E2_R8_codeKeptBackByAnOptOut_countsForTheClient(Databases database) {
    var messaging =
        new MessagingFixture(
            database, Map.of("latchkey.messaging.limits.per-client-and-hour", "1"));
    messaging.claim(TEXT, PHONE, "client");
    messaging.jdbc.sql("update message set state = 'REFUSED', cause = 'opted-out'").update();

    assertThat(messaging.claim(TEXT, PHONE, "client").cause()).isEqualTo("client-hour");
  }

  @EachDatabase
  void R8_codeRefusedForAnotherReason_counts(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.claim(TEXT, PHONE, "client");
    messaging.jdbc.sql("update message set cause = 'unknown-number'").update();

    assertThat(messaging.claim(TEXT, PHONE, "client").cause()).isEqualTo("too-soon");
  }

  @EachDatabase
  void R8_claimsAtOnce_letExactlyOneThrough(Databases database) throws Exception {
    var messaging = new MessagingFixture(database);

    assertThat(atOnce(messaging, 8)).filteredOn(Decision.ALLOWED::equals).hasSize(1);
  }

  @EachDatabase
  void R8_claimsAtOnceWithoutSpacing_letExactlyFiveThrough(Databases database) throws Exception {
    var messaging = withSpacing(database, "0s");

    assertThat(atOnce(messaging, 8)).filteredOn(Decision.ALLOWED::equals).hasSize(5);
  }

  private static MessagingFixture withSpacing(Databases database, String spacing) {
    return new MessagingFixture(database, Map.of("latchkey.messaging.limits.spacing", spacing));
  }

  private static List<Decision> claims(MessagingFixture messaging, int times, Duration apart) {
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      decisions.add(messaging.claim(TEXT, PHONE, "client").decision());
      messaging.clock.advance(apart);
    }
    return decisions;
  }

  private static List<Decision> atOnce(MessagingFixture messaging, int threads) throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    CyclicBarrier together = new CyclicBarrier(threads);
    try {
      Callable<Decision> claim =
          () -> {
            together.await();
            return messaging.claim(TEXT, PHONE, "client").decision();
          };
      List<Decision> decisions = new ArrayList<>();
      for (Future<Decision> done :
          executor.invokeAll(java.util.Collections.nCopies(threads, claim))) {
        decisions.add(done.get());
      }
      return decisions;
    } finally {
      executor.shutdownNow();
    }
  }
}
