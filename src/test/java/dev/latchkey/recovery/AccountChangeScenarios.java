package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.messaging.Channel;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;

/** A security setting was changed: who hears of it, and what "this wasn't me" does. */
abstract class AccountChangeScenarios extends NoticeScene {
  private static final Duration THREE_DAYS = Duration.ofDays(3);
  private static final String TOLD = "account-changed";

  @Autowired SecondSteps secondSteps;

  private Guest atTheSecondStep(Persona person) {
    String token = secondSteps.open(person.id(), Locale.ENGLISH, new Client("192.0.2.7"));
    engine.runJobs();
    return Guest.with(secondSteps, token);
  }

  private String changed(Persona person, AccountChange change, Address... alsoTell) {
    String id = UUID.randomUUID().toString();
    AccountChanged event = new AccountChanged(id, person.id(), change, List.of(alsoTell));
    transaction.executeWithoutResult(status -> events.publishEvent(event));
    return id;
  }

  private String changed(Persona person) {
    String id = changed(person, AccountChange.PASSWORD_CHANGED);
    engine.runJobs();
    return id;
  }

  private String objectionOf(Persona person) {
    return post.objectionAt(person.emailAddress());
  }

  private RecoveryStatus statusOf(String changeId) {
    return cases.byId(changeId).orElseThrow().status();
  }

  @Test
  void R13_everyAddressIsTold_whatWasChanged_withNotMe() {
    Persona person = signedUp();
    changed(person, AccountChange.SECOND_FACTOR_OFF);
    engine.runJobs();

    for (String address : List.of(person.phoneNumber(), person.emailAddress())) {
      assertThat(post.at(address))
          .singleElement()
          .asString()
          .contains("Two-step sign-in is off", "/not-me?t=");
    }
  }

  @Test
  void R12_R13_anAddressThatIsNoLongerOnFileIsToldToo_once() {
    Persona person = signedUp();
    String old = "old-" + person.emailAddress();
    Address removed = new Address("removed", AddressKind.EMAIL, old, true, true);
    Address stillThere = new Address("still", AddressKind.EMAIL, person.emailAddress(), true, true);
    changed(person, AccountChange.ADDRESS_REMOVED, removed, stillThere);
    engine.runJobs();

    assertThat(post.at(old)).hasSize(1);
    assertThat(post.at(person.emailAddress())).hasSize(1);
  }

  @Test
  void R12_anUnverifiedAddressThatWasRemovedIsNotTold() {
    Persona person = signedUp();
    String never = "never-" + person.emailAddress();
    changed(
        person,
        AccountChange.ADDRESS_REMOVED,
        new Address("never", AddressKind.EMAIL, never, false, true));
    engine.runJobs();

    assertThat(post.at(never)).isEmpty();
  }

  @Test
  void P1_R13_aChangeThatIsRolledBack_tellsNobody() {
    Persona person = signedUp();
    String id = UUID.randomUUID().toString();
    transaction.executeWithoutResult(
        status -> {
          events.publishEvent(
              new AccountChanged(id, person.id(), AccountChange.APP_ADDED, List.of()));
          status.setRollbackOnly();
        });
    engine.runJobs();

    assertThat(cases.byId(id)).isEmpty();
    assertThat(messages(id, TOLD)).isZero();
    assertThat(running(id)).isZero();
  }

  @Test
  void P1_R13_aChangeOutsideOfATransactionIsRefused() {
    AccountChanged event =
        new AccountChanged(
            UUID.randomUUID().toString(), signedUp().id(), AccountChange.APP_ADDED, List.of());

    assertThatThrownBy(() -> events.publishEvent(event))
        .isInstanceOf(IllegalTransactionStateException.class);
  }

  @Test
  void A13_notMe_endsSessions_takesThePasswordAway_andTellsEverybody() {
    Persona person = signedUp();
    String session = sessions.start(person.id(), "stranger's laptop");
    String change = changed(person);
    int atSupport = post.at("support@example.com").size();

    recoveries.object(objectionOf(person));
    engine.runJobs();

    assertThat(statusOf(change)).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(passwordOf(person)).isNull();
    assertThat(sessions.find(session)).isEmpty();
    assertThat(post.newestAt(person.phoneNumber())).contains("was taken back", "Get back in");
    assertThat(post.newestAt(person.emailAddress())).contains("The password was changed");
    assertThat(post.at("support@example.com")).hasSize(atSupport + 1);
    assertThat(running(change)).isZero();
  }

  @Test
  void A13_whoObjects_seesAChangeAndNotARecovery() {
    Persona person = signedUp();
    changed(person);

    RecoveryService.Objection seen = recoveries.objection(objectionOf(person)).orElseThrow();

    assertThat(seen.purpose()).isEqualTo(CasePurpose.ACCOUNT_CHANGE);
    assertThat(seen.stoppable()).isTrue();
    assertThat(passwordOf(person)).isNotNull();
  }

  @Test
  void A13_notMePressedTwice_doesNothingMore() {
    Persona person = signedUp();
    String change = changed(person);
    String objection = objectionOf(person);
    recoveries.object(objection);
    engine.pass(THREE_DAYS.plusMinutes(1));
    Guest owner = restored(person);
    int told = post.at(person.emailAddress()).size();

    assertThat(recoveries.object(objection).orElseThrow().stoppable()).isFalse();
    engine.runJobs();

    assertThat(post.at(person.emailAddress())).hasSize(told);
    assertThat(passwordOf(person)).isNotNull();
    assertThat(owner.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(statusOf(change)).isEqualTo(RecoveryStatus.STOPPED);
  }

  @Test
  void A13_untilThreeDaysAreOverTheChangeCanBeTakenBack() {
    Persona person = signedUp();
    String change = changed(person);
    String objection = objectionOf(person);
    engine.pass(THREE_DAYS.minusMinutes(1));
    recoveries.object(objection);

    assertThat(statusOf(change)).isEqualTo(RecoveryStatus.STOPPED);
  }

  @Test
  void A13_afterThreeDaysItIsOver() {
    Persona person = signedUp();
    String change = changed(person);
    String objection = objectionOf(person);
    engine.pass(THREE_DAYS.plusMinutes(1));

    assertThat(recoveries.objection(objection).orElseThrow().stoppable()).isFalse();
    recoveries.object(objection);
    assertThat(statusOf(change)).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(passwordOf(person)).isNotNull();
    assertThat(running(change)).isZero();
  }

  @Test
  void P1_R13_whileAProviderIsDownItsNoticeIsKept_theOthersAreSentOnce() {
    Persona person = signedUp();
    changed(person, AccountChange.BACKUP_CODES_MADE);
    outage.begins(Channel.TEXT_MESSAGE);
    jobsFail();
    assertThat(post.at(person.phoneNumber())).isEmpty();
    assertThat(post.at(person.emailAddress())).hasSize(1);

    outage.ends();
    engine.pass(Duration.ofSeconds(11));

    assertThat(post.at(person.phoneNumber())).hasSize(1);
    assertThat(post.at(person.emailAddress())).hasSize(1);
  }

  @Test
  void R13_theThreeDaysBeginWhenAllWereTold() {
    Persona person = signedUp();
    String change = changed(person, AccountChange.BACKUP_CODES_MADE);
    outage.begins(Channel.TEXT_MESSAGE);
    jobsFail();
    engine.moveClock(Duration.ofHours(20));
    outage.ends();
    engine.runJobs();
    engine.pass(THREE_DAYS.minusMinutes(1));

    recoveries.object(objectionOf(person));
    assertThat(statusOf(change)).isEqualTo(RecoveryStatus.STOPPED);
  }

  @Test
  void A13_whoWasToldCanObject_beforeTheLastOneIsTold() {
    Persona person = signedUp();
    String change = changed(person, AccountChange.BACKUP_CODES_MADE);
    outage.begins(Channel.TEXT_MESSAGE);
    jobsFail();
    recoveries.object(objectionOf(person));
    outage.ends();
    engine.pass(Duration.ofMinutes(1));

    assertThat(statusOf(change)).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(post.at(person.phoneNumber())).singleElement().asString().contains("taken back");
  }

  @Test
  void T11_R19_theIdOfAChangeOpensNothing() {
    String change = changed(signedUp());

    assertThat(recoveries.view(change)).isEmpty();
    assertThat(recoveries.objection(change)).isEmpty();
    assertThat(recoveries.cancel(change)).isFalse();
  }

  @Test
  void R17_anotherPassword_endsTheSecondStepsThatBeganWithTheOldOne() {
    Persona person = Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
    Guest shown = atTheSecondStep(person);
    shown.enters(post.codeAt(person.phoneNumber()));
    Guest waiting = atTheSecondStep(person);

    changed(person, AccountChange.PASSWORD_CHANGED);

    assertThat(secondSteps.redeem(shown.token())).isEmpty();
    assertThat(shown.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(waiting.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void R17_anotherPassword_leavesARecoveryToItsOwnObjection() {
    Persona person = signedUp();
    Guest recovering = opens(person.emailAddress());

    changed(person, AccountChange.PASSWORD_CHANGED);

    assertThat(recovering.sees().status()).isEqualTo(RecoveryStatus.OPEN);
  }

  @Test
  void A13_notMe_voidsASecondStepThatWasShownAndNotUsedYet() {
    Persona person = Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
    changed(person, AccountChange.APP_ADDED);
    engine.runJobs();
    String objection = objectionOf(person);
    Guest intruder = atTheSecondStep(person);
    intruder.enters(post.codeAt(person.phoneNumber()));

    recoveries.object(objection);

    assertThat(secondSteps.redeem(intruder.token())).isEmpty();
  }

  @Test
  void R23_everyChange_isInTheAuditLog() {
    String change = changed(signedUp(), AccountChange.APP_REMOVED);

    assertThat(
            jdbc.sql("select action, outcome from audit_entry where case_id = ?")
                .param(change)
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list())
        .containsExactly("account-change app-removed");
  }

  @Test
  void R17_aRecoveryLeavesTheTimeToObjectToAChangeAlone() {
    Persona person = signedUp();
    String change = changed(person);
    String objection = objectionOf(person);
    restored(person);

    assertThat(statusOf(change)).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(recoveries.objection(objection).orElseThrow().stoppable()).isTrue();
  }
}
