package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.AddressesToCheck;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.help.Advice;
import dev.latchkey.help.CodeSource;
import dev.latchkey.help.CodeWait;
import dev.latchkey.help.DeliveryAdvisor;
import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.Receipts;
import dev.latchkey.proof.Way;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told of codes that do not come, from the messages of real cases. */
abstract class DeliveryAdviceScenarios extends NoticeScene {
  @Autowired DeliveryAdvisor advisor;
  @Autowired Receipts receipts;
  @Autowired AddressesToCheck toCheck;
  @Autowired AccountDirectory accounts;

  private List<Advice> told(Guest guest, String symptom) {
    RecoveryView view = guest.sees();
    CodeSource source =
        CodeSource.at(
                view.step(),
                view.way(),
                view.confirmsContact(),
                view.offers(RecoveryMessage.CODE_ENTERED))
            .orElseThrow();
    CodeWait.Open open =
        new CodeWait.Open(
            view.ways(),
            view.offers(RecoveryMessage.ANOTHER_WAY_CHOSEN),
            view.offers(RecoveryMessage.RESEND_REQUESTED));
    return advisor.advise(
        new CodeWait(view.caseId(), source, view.notice(), null, view.way(), open), symptom);
  }

  private void reported(String target, DeliveryStatus status, String cause) {
    receipts.record("mailroom", newestTo(target), status, cause);
    engine.runJobs();
  }

  private String newestTo(String target) {
    return jdbc.sql(
            """
            select provider_id from message where target = ? and code_issue_id is not null
            order by created_at desc fetch first 1 rows only
            """)
        .param(target)
        .query(String.class)
        .single();
  }

  /** The same report for every code of the case, as a decoy gets it. */
  private void looksReported(Guest guest, String receipt, String cause) {
    jdbc.sql(
            """
            update message set receipt = ?, receipt_cause = ?, receipt_at = created_at
            where case_id = ? and code_issue_id is not null
            """)
        .params(receipt, cause, guest.sees().caseId())
        .update();
  }

  private List<Address> asked(Persona person) {
    return toCheck.of(accounts.findById(person.id()).orElseThrow());
  }

  @Test
  void B1_unreachableNumber_goesToEmailAtOnce_andIsToldThere() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    reported(person.phoneNumber(), DeliveryStatus.UNDELIVERED, "unreachable");

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    Advice first = told(guest, null).get(0);
    assertThat(first.text()).isEqualTo("number-unreachable");
    assertThat(first.known()).isTrue();
    assertThat(first.since()).isNotNull();
    assertThat(first.nextWay()).isEqualTo("wait");
    assertThat(told(guest, null)).extracting(Advice::cause).contains("B5");
  }

  @Test
  void B2_optOut_isKnown() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    reported(person.phoneNumber(), DeliveryStatus.UNDELIVERED, "opted-out");

    assertThat(told(guest, null).get(0).text()).isEqualTo("opted-out");
  }

  @Test
  void B5_deliveredMail_isKnown_andSentAgain() {
    Persona person = person();
    Guest guest = opens(person.emailAddress());
    reported(person.emailAddress(), DeliveryStatus.DELIVERED, null);

    Advice first = told(guest, null).get(0);
    assertThat(first.text()).isEqualTo("mail-delivered");
    assertThat(first.nextWay()).isEqualTo("resend");
  }

  @Test
  void B7_ticked_isSaidOnce_andNoLongerAsked() {
    Guest guest = opens(person().phoneNumber());

    assertThat(told(guest, "phone-offline"))
        .filteredOn(advice -> advice.cause().equals("B7"))
        .singleElement()
        .satisfies(advice -> assertThat(advice.certainty()).isEqualTo(Advice.Certainty.SAID))
        .satisfies(advice -> assertThat(advice.nextWay()).isEqualTo("authenticator-app"));
  }

  @Test
  void A5_lateCode_isExplainedWhereABackupCodeIsAsked() {
    Guest guest = opens(person().phoneNumber());
    guest.wants(Way.EMAIL);
    engine.runJobs();
    engine.pass(TWO_MINUTES);
    engine.pass(TWO_MINUTES);

    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");
    assertThat(told(guest, null)).extracting(Advice::text).contains("ask-spam");
  }

  @Test
  void T1_aDecoyIsTold_whatAnAccountIsTold_atEachWay() {
    Guest known = opens(person().phoneNumber());
    Guest unknown = opens("+819099990011");
    for (int wait = 0; wait < 4; wait++) {
      assertThat(told(unknown, "carrier")).isEqualTo(told(known, "carrier"));
      engine.pass(TWO_MINUTES);
    }
  }

  @Test
  void T1_reportsAreReadAlike_forADecoyAndAnAccount() {
    Guest known = opens(person().phoneNumber());
    Guest unknown = opens("+819099990012");
    for (Guest guest : List.of(known, unknown)) {
      looksReported(guest, "UNDELIVERED", "unknown-number");
    }

    assertThat(told(unknown, null))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("since")
        .isEqualTo(told(known, null));
    assertThat(told(unknown, null).get(0).text()).isEqualTo("number-unknown");
    assertThat(told(unknown, null).get(0).since()).isNotNull();
  }

  @Test
  void B1_afterTheRecovery_theHolderIsAskedAboutTheNumber() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    reported(person.phoneNumber(), DeliveryStatus.UNDELIVERED, "unknown-number");
    assertThat(asked(person)).isEmpty();
    finishes(guest, person);

    assertThat(asked(person)).extracting(Address::value).containsExactly(person.phoneNumber());
  }

  @Test
  void B1_reportAfterTheEnd_countsToo() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.wants(Way.EMAIL);
    engine.runJobs();
    finishes(guest, person);
    assertThat(asked(person)).isEmpty();
    reported(person.phoneNumber(), DeliveryStatus.UNDELIVERED, "unreachable");

    assertThat(asked(person)).extracting(Address::value).containsExactly(person.phoneNumber());
  }

  @Test
  void B1_numberThatWorkedInTheEnd_isRight() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    engine.pass(TWO_MINUTES);
    looksReported(guest, "UNDELIVERED", "unreachable");
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(asked(person)).isEmpty();
  }

  @Test
  void B2_blockedNumber_isNoWrongNumber() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    reported(person.phoneNumber(), DeliveryStatus.UNDELIVERED, "blocked");
    finishes(guest, person);

    assertThat(asked(person)).isEmpty();
  }

  private void finishes(Guest guest, Persona person) {
    guest.enters(post.codeAt(person.emailAddress()));
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
  }
}
