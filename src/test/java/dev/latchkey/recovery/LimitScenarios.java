package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.Way;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Codes that may not be sent now, or not today. */
abstract class LimitScenarios extends RecoveryScene {
  private static final int A_DAY = 10;
  private static final int COUNTRY_CAP = 500;

  private void getsTheCodesOfADay(Persona person) {
    for (int code = 0; code < A_DAY; code++) {
      Guest guest = opens(person.phoneNumber());
      recoveries.cancel(guest.token());
      engine.pass(Duration.ofMinutes(10));
    }
    assertThat(post.at(person.phoneNumber())).hasSize(A_DAY);
  }

  /** So many codes went out to numbers of this country just now. */
  private void sent(String country, int codes) {
    for (int code = 0; code < codes; code++) {
      jdbc.sql(
              """
              insert into message (id, case_id, code_issue_id, purpose, channel, target_hash,
                country, locale, state, created_at, changed_at)
              values (:id, 'case', 'issue', 'recovery-code', 'TEXT_MESSAGE', 'hash',
                :country, 'en', 'ACCEPTED', :now, :now)
              """)
          .param("id", "sent-" + code)
          .param("country", country)
          .param("now", Clock.systemUTC().instant().atOffset(ZoneOffset.UTC))
          .update();
    }
  }

  @Test
  void A6_askingAgainSendsNothingSooner_andSaysWhenTheNextComes() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    var due = guest.sees().due();
    guest.answers(new Answer.Resend());

    assertThat(guest.sees().notice()).isEqualTo("next-send-later");
    assertThat(guest.sees().due()).isEqualTo(due);
    assertThat(post.at(person.phoneNumber())).hasSize(1);
  }

  @Test
  void A6_aSecondRecoveryGetsNoCodeBeforeTwoMinutesAreOver() {
    Persona person = person();
    Guest first = opens(person.phoneNumber());
    Guest second = opens(person.phoneNumber());
    recoveries.cancel(first.token());

    assertThat(second.sees().step()).isEqualTo("wait-for-send");
    assertThat(second.sees().due()).isNotNull();
    engine.pass(TWO_MINUTES.plusSeconds(1));
    assertThat(second.sees().step()).isEqualTo("enter-code");
  }

  @Test
  void A6_A7_aChosenWayWithoutCodesLeft_leadsOnToTheNext() {
    Persona person = person();
    getsTheCodesOfADay(person);
    Guest guest = opens(person.emailAddress());

    guest.wants(Way.TEXT_MESSAGE);

    assertThat(guest.sees().way()).isEqualTo(Way.BACKUP_CODE);
    assertThat(guest.sees().notice()).isEqualTo("limited");
    assertThat(post.at(person.phoneNumber())).hasSize(A_DAY);
  }

  @Test
  void A6_A7_theWayLeft_isThereAgain_whenTheChosenOneHasNoCodesLeft() {
    Persona person = person();
    getsTheCodesOfADay(person);
    Guest guest = opens(person.emailAddress());
    guest.wants(Way.TEXT_MESSAGE);

    guest.wants(Way.EMAIL);
    engine.pass(TWO_MINUTES.plusSeconds(1));
    guest.enters(post.codeAt(person.emailAddress()));

    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void R8_T1_whereACountryIsFull_knownAndUnknownWaitAlike() {
    Persona person = person();
    sent("JP", COUNTRY_CAP);

    Guest known = opens(person.phoneNumber());
    Guest unknown = opens(Persona.withPhoneAndEmail().phoneNumber());

    assertThat(known.sees().step()).isEqualTo("enter-code");
    assertThat(known.sees().notice()).isEqualTo(unknown.sees().notice());
    assertThat(post.at(person.phoneNumber())).isEmpty();
    engine.pass(TWO_MINUTES.plusSeconds(1));
    engine.pass(TWO_MINUTES.plusSeconds(1));
    assertThat(known.sees().way()).isEqualTo(unknown.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(post.at(person.emailAddress())).hasSize(1);
  }
}
