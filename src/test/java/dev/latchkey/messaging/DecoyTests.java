package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static dev.latchkey.messaging.MessagingFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.messaging.Sender.SendResult;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What a guest could learn from the time and the outcome of a code: nothing. */
class DecoyTests {
  private static final Duration LONG = Duration.ofMillis(800);
  private static final Duration SHORT = Duration.ofMillis(90);

  @EachDatabase
  void T1_decoy_isRecordedAndNeverSent(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(null);

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.SUPPRESSED);
    assertThat(messaging.texts.taken()).isEmpty();
    assertThat(messaging.state(message)).isEqualTo("SUPPRESSED");
  }

  @EachDatabase
  void R15_decoy_takesTheTimeThatARealHandOverTook(Databases database) {
    var messaging = new MessagingFixture(database);
    textsTake(messaging, LONG, new SendResult("one", null));
    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);

    messaging.outbox.send(decoy(messaging, "one"), CODE_FACTS);

    assertThat(messaging.time.waits()).containsExactly(LONG);
  }

  @EachDatabase
  void R15_decoy_takesTheTimeOfItsOwnChannel(Databases database) {
    var messaging = new MessagingFixture(database);
    textsTake(messaging, LONG, new SendResult("one", null));
    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);

    messaging.outbox.send(messaging.codeToDecoy(Channel.EMAIL, "one"), CODE_FACTS);

    assertThat(messaging.time.waits()).containsExactly(Duration.ZERO);
  }

  @EachDatabase
  void R15_beforeTheFirstHandOver_decoyTakesAboutTheUsualTime(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.texts.usuallyTakes(LONG);

    messaging.outbox.send(decoy(messaging, "one"), CODE_FACTS);

    assertThat(messaging.time.waits())
        .singleElement()
        .satisfies(wait -> assertThat(wait).isBetween(LONG.dividedBy(2), LONG.multipliedBy(2)));
  }

  @EachDatabase
  void R15_optedOutNumber_takesTheTimeOfARefusalByTheProvider(Databases database) {
    var messaging = new MessagingFixture(database);
    textsTake(messaging, LONG, new SendResult("one", null));
    messaging.outbox.send(messaging.codeTo("+819012345679"), CODE_FACTS);
    textsTake(messaging, SHORT, new SendResult(null, "opted-out"));
    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);

    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);

    assertThat(messaging.time.waits()).containsExactly(SHORT);
  }

  @EachDatabase
  void R15_whileTheProviderIsDown_decoysAreTriedLaterToo(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.texts.answers(
        outgoing -> {
          throw new TemporarySendFailure("503", null);
        });
    assertThatThrownBy(() -> messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS))
        .isInstanceOf(TemporarySendFailure.class);
    String decoy = decoy(messaging, "one");

    assertThatThrownBy(() -> messaging.outbox.send(decoy, CODE_FACTS))
        .isInstanceOf(TemporarySendFailure.class);
    assertThat(messaging.state(decoy)).isEqualTo("INTENDED");
    messaging.time.goesOn(Duration.ofMinutes(1));
    assertThat(messaging.outbox.send(decoy, CODE_FACTS)).isEqualTo(SendOutcome.SUPPRESSED);
  }

  @EachDatabase
  void R15_decoysAreRefusedAsOftenAsRealCodes(Databases database) {
    var messaging = new MessagingFixture(database);
    sendReal(messaging, 60, 20);

    long refused =
        IntStream.range(0, 900)
            .mapToObj(each -> messaging.hasher.decoy(Channel.TEXT_MESSAGE, "decoy " + each))
            .map(hash -> messaging.refusals.causeFor(Channel.TEXT_MESSAGE, hash))
            .filter("opted-out"::equals)
            .count();

    assertThat(refused).isBetween(250L, 350L);
  }

  @EachDatabase
  void R15_oneDecoyMeetsTheSameFateEachTime(Databases database) {
    var messaging = new MessagingFixture(database);
    sendReal(messaging, 60, 30);

    for (int each = 0; each < 20; each++) {
      String subject = "decoy " + each;
      boolean first = refuses(messaging, decoy(messaging, subject));
      sendReal(messaging, 1, 0);
      messaging.clock.advance(Duration.ofMinutes(11));
      assertThat(refuses(messaging, decoy(messaging, subject))).as(subject).isEqualTo(first);
    }
  }

  @EachDatabase
  void R15_refusedDecoy_hasACauseThatRealOnesHave_andOptsNobodyOut(Databases database) {
    var messaging = new MessagingFixture(database);
    sendReal(messaging, 40, 40);
    String decoy = decoy(messaging, "decoy");

    assertThat(refuses(messaging, decoy)).isTrue();
    assertThat(messaging.column("cause", decoy)).isEqualTo("opted-out");
    assertThat(messaging.optOuts.contains(messaging.column("target_hash", decoy))).isFalse();
    assertThat(messaging.outbox.send(decoy, CODE_FACTS)).isEqualTo(SendOutcome.REFUSED);
  }

  @EachDatabase
  void R15_fewRefusals_sayNothingYet(Databases database) {
    var messaging = new MessagingFixture(database);
    sendReal(messaging, 29, 29);

    assertThat(refuses(messaging, decoy(messaging, "decoy"))).isFalse();
  }

  @EachDatabase
  void R15_oneBadNumberTriedOften_isOneBadNumber(Databases database) {
    var messaging = new MessagingFixture(database);
    for (int tries = 0; tries < 60; tries++) {
      refuses(messaging, messaging.codeTo("+81901"));
    }

    assertThat(refuses(messaging, decoy(messaging, "decoy"))).isFalse();
  }

  @EachDatabase
  void R15_refusedDecoysRaiseNoShare(Databases database) {
    var messaging = new MessagingFixture(database);
    sendReal(messaging, 40, 10);
    List<String> subjects = IntStream.range(0, 60).mapToObj(each -> "decoy " + each).toList();
    List<Boolean> before =
        subjects.stream().map(each -> refuses(messaging, decoy(messaging, each))).toList();
    messaging.clock.advance(Duration.ofMinutes(11));

    assertThat(subjects)
        .extracting(each -> refuses(messaging, decoy(messaging, each)))
        .isEqualTo(before);
  }

  @EachDatabase
  void R15_refusalsOfLastWeekAreForgotten(Databases database) {
    var messaging = new MessagingFixture(database);
    sendReal(messaging, 40, 40);
    messaging.clock.advance(Duration.ofDays(7).plusMinutes(1));

    assertThat(refuses(messaging, decoy(messaging, "decoy"))).isFalse();
  }

  @EachDatabase
  void R15_noticesTakeNoTimeForShow(Databases database) {
    var messaging = new MessagingFixture(database);
    textsTake(messaging, LONG, new SendResult("one", null));
    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);
    String notice = messaging.intend(Purpose.ACCESS_RESTORED, Channel.TEXT_MESSAGE, "+81901");

    assertThat(messaging.outbox.send(notice, CODE_FACTS)).isEqualTo(SendOutcome.REFUSED);
    assertThat(messaging.time.waits()).isEmpty();
  }

  private static String decoy(MessagingFixture messaging, String subject) {
    return messaging.codeToDecoy(Channel.TEXT_MESSAGE, subject);
  }

  private static boolean refuses(MessagingFixture messaging, String message) {
    return messaging.outbox.send(message, CODE_FACTS) == SendOutcome.REFUSED;
  }

  private static void textsTake(MessagingFixture messaging, Duration time, SendResult answer) {
    messaging.texts.answers(
        outgoing -> {
          messaging.time.goesOn(time);
          return answer;
        });
  }

  /** Codes to as many numbers, the first of which opted out. */
  private static void sendReal(MessagingFixture messaging, int numbers, int refused) {
    List<String> phones =
        IntStream.range(0, numbers).mapToObj(each -> "+8190" + (10_000_000 + each)).toList();
    messaging.texts.answers(
        outgoing ->
            phones.indexOf(outgoing.target()) < refused
                ? new SendResult(null, "opted-out")
                : new SendResult("id of " + outgoing.id(), null));
    phones.forEach(phone -> messaging.outbox.send(messaging.codeTo(phone), CODE_FACTS));
  }
}
