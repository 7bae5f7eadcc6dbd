package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.Receipts;
import dev.latchkey.proof.Way;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A signed-in person adds an address or number to their account. */
abstract class NewAddressScenarios extends NoticeScene {
  private static final Client CLIENT = new Client("192.0.2.7");

  @Autowired NewAddresses newAddresses;
  @Autowired SecondSteps secondSteps;
  @Autowired AddressAdder adder;
  @Autowired Receipts receipts;

  private static String newEmail() {
    return "new-" + UUID.randomUUID() + "@example.net";
  }

  private NewAddresses.Opening wishes(Persona person, String typed) {
    return newAddresses.open(person.id(), typed, Locale.ENGLISH, CLIENT);
  }

  private Guest adds(Persona person, String typed) {
    NewAddresses.Opening opening = wishes(person, typed);
    assertThat(opening).isInstanceOf(NewAddresses.Opening.Opened.class);
    engine.runJobs();
    return Guest.with(newAddresses, ((NewAddresses.Opening.Opened) opening).token());
  }

  private void hasExpired(Guest guest, String notice) {
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.EXPIRED);
    assertThat(guest.sees().notice()).isEqualTo(notice);
    assertThat(running(guest.sees().caseId())).isZero();
  }

  @Test
  void R12_anAddressCountsOnlyAfterTheCodeSentToItWasEntered() {
    Persona person = signedUp();
    String email = newEmail();
    Guest guest = adds(person, " " + email.toUpperCase(Locale.ROOT));
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    guest.enters(wrong(post.codeAt(email)));
    assertThat(addressesOf(person)).doesNotContain(email);

    guest.enters(post.codeAt(email));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(addressesOf(person))
        .containsExactly(person.phoneNumber(), person.emailAddress(), email);
    assertThat(running(guest.sees().caseId())).isZero();
  }

  @Test
  void R12_aNumberInCommonNotationGetsATextMessage() {
    Persona person = Persona.withEmailOnly().in(jdbc);
    Guest guest = adds(person, "+81 (90) 4321-" + person.phoneNumber().substring(9));
    String number = "+81904321" + person.phoneNumber().substring(9);
    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    guest.enters(post.codeAt(number));

    assertThat(addressesOf(person)).containsExactly(person.emailAddress(), number);
  }

  @Test
  void R12_R13_theOldAddressesAreTold_andTheNewOneToo() {
    Persona person = signedUp();
    String email = newEmail();
    adds(person, email).enters(post.codeAt(email));
    engine.runJobs();

    for (String address : List.of(person.phoneNumber(), person.emailAddress(), email)) {
      assertThat(post.newestAt(address)).contains("An address was added", "/not-me?t=");
    }
  }

  @Test
  void R12_A13_notMe_takesTheNewAddressOffAgain() {
    Persona person = signedUp();
    String email = newEmail();
    adds(person, email).enters(post.codeAt(email));
    engine.runJobs();

    recoveries.object(post.objectionAt(person.emailAddress()));
    engine.runJobs();

    assertThat(addressesOf(person)).containsExactly(person.phoneNumber(), person.emailAddress());
    assertThat(passwordOf(person)).isNull();
    assertThat(post.newestAt(email)).doesNotContain("taken back");
  }

  @Test
  void R12_A13_notMe_endsWhatTheIntruderBeganToAdd() {
    Persona person = signedUp();
    String first = newEmail();
    adds(person, first).enters(post.codeAt(first));
    engine.runJobs();
    String second = newEmail();
    Guest intruder = adds(person, second);
    recoveries.object(post.objectionAt(person.emailAddress()));

    assertThat(intruder.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    intruder.enters(post.codeAt(second));
    assertThat(addressesOf(person)).doesNotContain(first, second);
  }

  @Test
  void R9_R12_theCodeProvesNothingForARecovery() {
    Persona person = signedUp();
    String email = newEmail();
    Guest guest = adds(person, email);
    String code = post.codeAt(email);
    Guest recovering = opens(person.phoneNumber());
    if (!code.equals(post.codeAt(person.phoneNumber()))) {
      recovering.enters(code);
    }
    guest.enters(code);

    assertThat(recovering.sees().step()).isEqualTo("enter-code");
    assertThat(
            jdbc.sql("select count(*) from proof where case_id in (?, ?)")
                .params(guest.sees().caseId(), recovering.sees().caseId())
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void R12_addingWithoutTheCodeIsRefused_whateverPathTheDiagramTook() {
    Persona person = signedUp();
    Guest guest = adds(person, newEmail());

    assertThatThrownBy(
            () -> transaction.executeWithoutResult(s -> adder.add(guest.sees().caseId())))
        .isInstanceOf(AccessRefused.class)
        .hasMessageContaining("not confirmed");
    assertThat(addressesOf(person)).hasSize(2);
  }

  @Test
  void T11_aTokenOpensNothingOfAnotherKind() {
    Persona person = signedUp();
    Guest adding = adds(person, newEmail());
    Guest recovering = opens(person.phoneNumber());

    assertThat(recoveries.view(adding.token())).isEmpty();
    assertThat(secondSteps.view(adding.token())).isEmpty();
    assertThat(secondSteps.redeem(adding.token())).isEmpty();
    assertThat(newAddresses.view(recovering.token())).isEmpty();
    assertThat(newAddresses.cancel(recovering.token())).isFalse();
    assertThat(recovering.sees().status()).isEqualTo(RecoveryStatus.OPEN);
  }

  @Test
  void T11_R12_anAddressIsAddedByItsOwnAccountAlone() {
    Persona person = signedUp();
    Guest adding = adds(person, newEmail());

    assertThat(newAddresses.belongsTo(adding.token(), person.id())).isTrue();
    assertThat(newAddresses.belongsTo(adding.token(), signedUp().id())).isFalse();
    assertThat(newAddresses.belongsTo(opens(person.phoneNumber()).token(), person.id())).isFalse();
  }

  @Test
  void R17_anotherPassword_endsWhatWasBeingAdded() {
    Persona person = signedUp();
    String email = newEmail();
    Guest intruder = adds(person, email);
    AccountChanged changed =
        new AccountChanged(
            UUID.randomUUID().toString(), person.id(), AccountChange.PASSWORD_CHANGED, List.of());
    transaction.executeWithoutResult(status -> events.publishEvent(changed));

    intruder.enters(post.codeAt(email));

    assertThat(intruder.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(addressesOf(person)).doesNotContain(email);
  }

  @Test
  void B1_codeNotReceived_afterTheResend_nothingIsAdded() {
    Persona person = signedUp();
    String email = newEmail();
    Guest guest = adds(person, email);
    engine.pass(TWO_MINUTES);
    assertThat(post.at(email)).hasSize(2);
    engine.pass(TWO_MINUTES);

    hasExpired(guest, "not-received");
    guest.enters(post.codeAt(email));
    assertThat(addressesOf(person)).hasSize(2);
  }

  @Test
  void B1_receiptNotDelivered_endsTheWaitAtOnce() {
    String email = newEmail();
    Guest guest = adds(signedUp(), email);
    String providerId =
        jdbc.sql("select provider_id from message where target = ?")
            .param(email)
            .query(String.class)
            .single();
    receipts.record("mailroom", providerId, DeliveryStatus.UNDELIVERED, "unreachable");

    hasExpired(guest, "undelivered");
  }

  @Test
  void R6_fiveWrongCodes_closeTheTarget_andLeaveTheAccountsOwnTriesAlone() {
    Persona person = signedUp();
    String email = newEmail();
    Guest guest = adds(person, email);
    for (int tries = 0; tries < 5; tries++) {
      guest.enters(wrong(post.codeAt(email)));
    }
    hasExpired(guest, "attempts-exhausted");
    engine.pass(TWO_MINUTES);

    hasExpired(adds(signedUp(), email), "attempts-exhausted");
    assertThat(post.at(email)).hasSize(1);
    Guest recovering = opens(person.emailAddress());
    assertThat(recovering.sees().way()).isEqualTo(Way.EMAIL);
  }

  @Test
  void R8_theEleventhCodeOfADayIsNotSent() {
    Persona person = signedUp();
    String email = newEmail();
    for (int wish = 0; wish < 5; wish++) {
      adds(person, email);
      engine.pass(TWO_MINUTES);
      engine.pass(Duration.ofMinutes(30));
    }
    assertThat(post.at(email)).hasSize(10);

    hasExpired(adds(person, email), "limited");
    assertThat(post.at(email)).hasSize(10);
  }

  @Test
  void A7_thereIsNoOtherWay_butThePersonMayGiveUp() {
    Guest guest = adds(signedUp(), newEmail());
    assertThat(guest.sees().ways()).isEmpty();
    guest.wantsAnotherWay();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(running(guest.sees().caseId())).isZero();
  }

  @Test
  void P4_cancelled_nothingIsSentOrAddedAfterwards() {
    Persona person = signedUp();
    String email = newEmail();
    Guest guest = adds(person, email);
    assertThat(newAddresses.cancel(guest.token())).isTrue();
    engine.pass(TWO_MINUTES);
    guest.enters(post.codeAt(email));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(post.at(email)).hasSize(1);
    assertThat(addressesOf(person)).hasSize(2);
  }

  @Test
  void A12_after24HoursItIsOver() {
    Persona person = signedUp();
    outage.begins(Channel.EMAIL);
    NewAddresses.Opening opening = wishes(person, newEmail());
    Guest guest = Guest.with(newAddresses, ((NewAddresses.Opening.Opened) opening).token());
    jobsFail();
    assertThat(guest.sees().step()).isEqualTo("sending-code");
    engine.moveClock(Duration.ofHours(24).plusSeconds(1));
    management.executeJob(
        management
            .createJobQuery()
            .activityId("BoundaryEvent_TimeOver")
            .executable()
            .processInstanceId(instanceOf(guest))
            .singleResult()
            .getId());

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.EXPIRED);
  }

  private String instanceOf(Guest guest) {
    return jdbc.sql(
            """
            select proc_inst_id_ from act_ru_execution
            where business_key_ = ? and super_exec_ is null and parent_id_ is null
            """)
        .param(guest.sees().caseId())
        .query(String.class)
        .single();
  }

  @Test
  void R12_anAccountThatIsFullMeanwhileTakesNoMore() {
    Persona person = signedUp();
    String email = newEmail();
    Guest guest = adds(person, email);
    fill(person);
    guest.enters(post.codeAt(email));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(addressesOf(person)).hasSize(10).doesNotContain(email);
  }

  @Test
  void R12_atMostTenAddresses() {
    Persona person = signedUp();
    fill(person);

    assertThat(wishes(person, newEmail())).isInstanceOf(NewAddresses.Opening.TooMany.class);
  }

  private void fill(Persona person) {
    for (int position = 2; position < 10; position++) {
      jdbc.sql(
              """
              insert into account_address (id, account_id, kind, address, verified_at, notify,
                position)
              values (?, ?, 'EMAIL', ?, current_timestamp, false, ?)
              """)
          .params(UUID.randomUUID().toString(), person.id(), newEmail(), position)
          .update();
    }
  }

  @Test
  void R12_anAddressOnFileIsNotAskedForAgain() {
    Persona person = signedUp();

    assertThat(wishes(person, person.emailAddress()))
        .isInstanceOf(NewAddresses.Opening.Present.class);
  }

  @Test
  void T12_T14_whatCanGetNoMessageIsUnusable() {
    Persona person = signedUp();
    for (String typed :
        new String[] {
          null,
          "",
          "somebody",
          "a@b",
          "a@example.com,b@example.com",
          "+882 99 123456",
          "+7 912 345 6789"
        }) {
      assertThat(wishes(person, typed)).as(typed).isInstanceOf(NewAddresses.Opening.Unusable.class);
    }
  }

  @Test
  void R12_whoBeginsAgainGivesTheFirstWishUp() {
    Persona person = signedUp();
    Guest mistyped = adds(person, newEmail());
    Guest again = adds(person, newEmail());

    assertThat(mistyped.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(again.sees().step()).isEqualTo("enter-code");
  }
}
