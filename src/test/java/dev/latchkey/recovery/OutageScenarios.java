package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ChannelHealth;
import dev.latchkey.messaging.ChannelHealth.Health;
import dev.latchkey.proof.Way;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A provider is out of order, or was, while people wait for their codes. */
abstract class OutageScenarios extends NoticeScene {
  private static final AtomicInteger DAY = new AtomicInteger();
  private static final Duration RETRY = Duration.ofSeconds(30);

  @Autowired ChannelHealth health;

  /** Each on a day of its own, on which no other test sent anything. */
  @BeforeEach
  void anotherDay() {
    engine.moveClock(Duration.ofDays(DAY.incrementAndGet()));
  }

  private Guest waits(String typed) {
    Guest guest = Guest.opens(recoveries, typed);
    jobsFail();
    return guest;
  }

  private void jobsFailFor(Duration time, Duration step) {
    for (Duration passed = step; passed.compareTo(time) <= 0; passed = passed.plus(step)) {
      engine.moveClock(step);
      jobsFail();
    }
  }

  private int count(String sql, String parameter) {
    return jdbc.sql(sql).param(parameter).query(Integer.class).single();
  }

  private int codesOf(Guest guest) {
    return count("select count(*) from code_issue where case_id = ?", guest.sees().caseId());
  }

  private int incidentsOf(Guest guest) {
    return count(
        """
        select count(*) from act_ru_incident i
        join act_ru_execution e on e.id_ = i.proc_inst_id_ where e.business_key_ = ?
        """,
        guest.sees().caseId());
  }

  @Test
  void B4_whoWaits_keepsThePlace_andGetsTheSameCodeWhenTheChannelIsBack() {
    Persona person = person();
    outage.begins(Channel.TEXT_MESSAGE);
    Guest guest = waits(person.phoneNumber());
    jobsFailFor(Duration.ofMinutes(5), RETRY);

    assertThat(guest.sees().step()).isEqualTo("sending-code");
    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(guest.sees().notice()).isEqualTo("not-sent-yet");
    assertThat(codesOf(guest)).isOne();
    assertThat(incidentsOf(guest)).isZero();
    assertThat(post.at(person.phoneNumber())).isEmpty();

    outage.ends();
    engine.pass(RETRY);
    assertThat(post.at(person.phoneNumber())).hasSize(1);
    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void P4_aCodeSentLate_saysHowLongItStillWorks() {
    Persona person = person();
    outage.begins(Channel.TEXT_MESSAGE);
    waits(person.phoneNumber());
    jobsFailFor(Duration.ofMinutes(5), RETRY);
    outage.ends();
    engine.pass(RETRY);

    assertThat(post.at(person.phoneNumber()).get(0)).contains("Valid for 5 minutes");
  }

  @Test
  void B4_afterTheOutage_theTwoMinutesAndTheResendAreThereAsEver() {
    Persona person = person();
    outage.begins(Channel.TEXT_MESSAGE);
    Guest guest = waits(person.phoneNumber());
    jobsFailFor(Duration.ofMinutes(4), RETRY);
    outage.ends();
    engine.pass(RETRY);

    engine.pass(TWO_MINUTES);
    assertThat(post.at(person.phoneNumber())).hasSize(2);
    assertThat(guest.sees().notice()).isEqualTo("code-resent");
    engine.pass(TWO_MINUTES);
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
  }

  @Test
  void B4_whoeverIsTiredOfWaiting_goesOnByAnotherWay_andTheOldCodeNeverComes() {
    Persona person = person();
    outage.begins(Channel.TEXT_MESSAGE);
    Guest guest = waits(person.phoneNumber());
    assertThat(guest.sees().offers()).contains(RecoveryMessage.ANOTHER_WAY_CHOSEN);
    guest.wants(Way.EMAIL);
    engine.runJobs();
    outage.ends();
    engine.pass(Duration.ofMinutes(1));

    assertThat(post.at(person.phoneNumber())).isEmpty();
    guest.enters(post.codeAt(person.emailAddress()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void B4_P4_aCodeThatRanOutInTheOutage_isNotSent_andTheNextWayFollows() {
    Persona person = person();
    outage.begins(Channel.TEXT_MESSAGE);
    Guest guest = waits(person.phoneNumber());
    jobsFailFor(Duration.ofMinutes(9), RETRY);
    outage.ends();
    engine.moveClock(Duration.ofMinutes(1));
    engine.runJobs();

    assertThat(post.at(person.phoneNumber())).isEmpty();
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().notice()).isEqualTo("undelivered");
    assertThat(
            count(
                "select count(*) from message where case_id = ? and state = 'EXPIRED'",
                guest.sees().caseId()))
        .isOne();
  }

  @Test
  void B4_theProviderThatIsDown_countsAfterItsSecondFailure_andIsGoodWhenItTakesTheCode() {
    outage.begins(Channel.TEXT_MESSAGE);
    waits(person().phoneNumber());
    assertThat(health.of(Channel.TEXT_MESSAGE)).isEqualTo(Health.GOOD);
    jobsFailFor(Duration.ofSeconds(5), Duration.ofSeconds(5));
    assertThat(health.of(Channel.TEXT_MESSAGE)).isEqualTo(Health.DOWN);
    assertThat(health.of(Channel.EMAIL)).isEqualTo(Health.GOOD);
    assertThat(health.waiting(Channel.TEXT_MESSAGE)).isOne();

    outage.ends();
    engine.pass(RETRY);
    assertThat(health.of(Channel.TEXT_MESSAGE)).isEqualTo(Health.GOOD);
    assertThat(health.waiting(Channel.TEXT_MESSAGE)).isZero();
  }

  @Test
  void B4_whoComesDuringTheOutage_getsTheOtherChannelFirst() {
    outage.begins(Channel.TEXT_MESSAGE);
    waits(person().phoneNumber());
    jobsFailFor(Duration.ofSeconds(5), Duration.ofSeconds(5));
    Persona person = person();
    Guest guest = opens(person.phoneNumber());

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().ways()).startsWith(Way.EMAIL, Way.TEXT_MESSAGE);
    guest.enters(post.codeAt(person.emailAddress()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void T1_B4_nothingThatIsSeenDuringAnOutage_tellsAnAccountFromNone() {
    Persona person = person();
    Persona nobody = Persona.withPhoneAndEmail();
    outage.begins(Channel.TEXT_MESSAGE);
    Guest known = Guest.opens(recoveries, person.phoneNumber());
    Guest unknown = Guest.opens(recoveries, nobody.phoneNumber());
    List<Seen> knownSees = new ArrayList<>();
    List<Seen> unknownSees = new ArrayList<>();
    for (int look = 0; look < 12; look++) {
      jobsFail();
      knownSees.add(Seen.by(known));
      unknownSees.add(Seen.by(unknown));
      engine.moveClock(RETRY);
    }
    outage.ends();
    engine.runJobs();
    knownSees.add(Seen.by(known));
    unknownSees.add(Seen.by(unknown));

    assertThat(known.sees().step()).isEqualTo("enter-code");
    assertThat(unknownSees).isEqualTo(knownSees);
  }

  @Test
  void T1_B4_aloneInAnOutage_anUnknownNumberWaitsAsAKnownOneDoes() {
    outage.begins(Channel.TEXT_MESSAGE);
    Guest unknown = waits(Persona.withPhoneAndEmail().phoneNumber());
    jobsFailFor(Duration.ofMinutes(3), RETRY);
    assertThat(unknown.sees().step()).isEqualTo("sending-code");
    assertThat(health.of(Channel.TEXT_MESSAGE)).isEqualTo(Health.DOWN);
    assertThat(health.waiting(Channel.TEXT_MESSAGE)).isOne();

    outage.ends();
    engine.pass(RETRY);
    assertThat(unknown.sees().step()).isEqualTo("enter-code");
    assertThat(health.of(Channel.TEXT_MESSAGE)).isEqualTo(Health.GOOD);
  }

  @Test
  void B3_theCountryOfTheNumberTyped_isKept_whetherOrNotItIsKnown() {
    for (String typed : List.of(person().phoneNumber(), "+81 90 9999 0000")) {
      Guest guest = opens(typed);
      assertThat(cases.typedCountry(guest.sees().caseId())).contains("JP");
    }
    Guest byMail = opens(person().emailAddress());
    assertThat(cases.typedCountry(byMail.sees().caseId())).isEmpty();
  }

  private record Seen(
      String step,
      int number,
      Way way,
      List<Way> ways,
      Set<RecoveryMessage> offers,
      String notice,
      Duration left) {
    static Seen by(Guest guest) {
      RecoveryView view = guest.sees();
      Instant now = ClockUtil.getCurrentTime().toInstant();
      Duration left = view.due() == null ? null : Duration.between(now, view.due());
      return new Seen(
          view.step(),
          view.stepNumber(),
          view.way(),
          view.ways(),
          view.offers(),
          view.notice(),
          left);
    }
  }
}
