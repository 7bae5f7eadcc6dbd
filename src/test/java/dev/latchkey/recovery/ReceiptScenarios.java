package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.help.CodeNews;
import dev.latchkey.help.DeliveryNews;
import dev.latchkey.help.UndeliveredReason;
import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.ExpectedReceipt;
import dev.latchkey.messaging.PlannedReceipts;
import dev.latchkey.messaging.Receipts;
import dev.latchkey.proof.Way;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of a recovery when a provider reports, at whatever moment. */
abstract class ReceiptScenarios extends NoticeScene {
  private static final String NOBODY = "+81909999";

  /** Longer than the mailroom takes to report. */
  private static final Duration REPORTED_BY_THEN = Duration.ofSeconds(10);

  @Autowired Receipts receipts;
  @Autowired PlannedReceipts planned;
  @Autowired DeliveryNews news;

  @Test
  void B1_unknownNumber_goesToEmailAtOnce_andTheCauseIsKnown() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());

    undelivered(newestCode(guest), "unknown-number");

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().notice()).isEqualTo("undelivered");
    assertThat(lost(guest).reason()).isEqualTo(UndeliveredReason.UNKNOWN_NUMBER);
  }

  @Test
  void B1_mailThatBounces_goesToTheNextWayAtOnce() {
    Guest guest = opens(Persona.withEmailOnly().in(jdbc).emailAddress());

    undelivered(newestCode(guest), "unknown-address");

    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(lost(guest).reason()).isEqualTo(UndeliveredReason.UNKNOWN_ADDRESS);
  }

  @Test
  void reportWhileTheSendingCommits_leavesTheWait() {
    Persona person = person();
    Guest guest = Guest.opens(recoveries, person.phoneNumber());
    engine.runJobs("Task_SendCode");
    CompletableFuture<Void> report = new CompletableFuture<>();

    transaction.executeWithoutResult(
        sending -> {
          management.executeJob(sendOf(guest));
          String code = newestCode(guest);
          Thread provider = new Thread(() -> complete(report, code));
          provider.start();
        });
    report.join();
    engine.runJobs();

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(lost(guest).reason()).isEqualTo(UndeliveredReason.UNREACHABLE);
  }

  private void complete(CompletableFuture<Void> report, String code) {
    try {
      receipts.record("mailroom", code, DeliveryStatus.UNDELIVERED, "unreachable");
      report.complete(null);
    } catch (RuntimeException failed) {
      report.completeExceptionally(failed);
    }
  }

  @Test
  void reportOfTheFirstCode_afterTheResend_changesNothing() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String first = newestCode(guest);
    engine.pass(TWO_MINUTES);
    int step = guest.sees().stepNumber();

    undelivered(first, "unreachable");

    assertThat(guest.sees().stepNumber()).isEqualTo(step);
    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void reportOfTheSecondCode_leavesTheWait() {
    Guest guest = opens(person().phoneNumber());
    engine.pass(TWO_MINUTES);

    undelivered(newestCode(guest), "unreachable");

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
  }

  @Test
  void reportOfACode_whoseWayWasLeft_changesNothing() {
    Guest guest = opens(person().phoneNumber());
    String text = newestCode(guest);
    guest.wants(Way.BACKUP_CODE);
    engine.runJobs();
    int step = guest.sees().stepNumber();

    undelivered(text, "unreachable");

    assertThat(guest.sees().stepNumber()).isEqualTo(step);
    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");
  }

  @Test
  void reportAfterTheEnd_changesNothing() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String text = newestCode(guest);
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();

    undelivered(text, "unreachable");

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(guest.sees().step()).isEqualTo("done");
  }

  @Test
  void T13_reportThatComesTwice_leavesOneWay() {
    Guest guest = opens(person().phoneNumber());
    String text = newestCode(guest);

    undelivered(text, "unreachable");
    int step = guest.sees().stepNumber();
    undelivered(text, "unreachable");

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().stepNumber()).isEqualTo(step);
  }

  @Test
  void deliveredThenUndelivered_waitsOn() {
    Guest guest = opens(person().phoneNumber());
    String text = newestCode(guest);

    receipts.record("mailroom", text, DeliveryStatus.DELIVERED, null);
    undelivered(text, "unreachable");

    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(news.newest(guest.sees().caseId()).orElseThrow().delivered()).isTrue();
  }

  @Test
  void T1_delivered_isToldOfAccountsAndDecoysAlike() {
    List<Guest> guests = List.of(opens(person().phoneNumber()), opens(NOBODY + "0101"));
    guests.forEach(guest -> assertThat(news(guest).state()).isEqualTo("sent"));

    engine.moveClock(REPORTED_BY_THEN);
    planned.recordDue();

    guests.forEach(guest -> assertThat(news(guest).state()).isEqualTo("delivered"));
    assertThat(news(guests.get(1)).at()).isNotNull();
    assertThat(guests).allMatch(guest -> guest.sees().step().equals("enter-code"));
  }

  @Test
  void T1_B1_undeliveredDecoy_leavesTheWaitLikeAnAccount() {
    Guest known = opens(person().phoneNumber());
    Guest unknown = opens(NOBODY + "0102");
    undelivered(newestCode(known), "unknown-number");

    transaction.executeWithoutResult(
        plan -> planned.plan(newestMessage(unknown), reported("unknown-number")));
    planned.recordDue();
    engine.runJobs();

    assertThat(unknown.sees().way()).isEqualTo(known.sees().way());
    assertThat(unknown.sees().notice()).isEqualTo(known.sees().notice());
    assertThat(unknown.sees().stepNumber()).isEqualTo(known.sees().stepNumber());
    assertThat(lost(unknown).reason()).isEqualTo(lost(known).reason());
  }

  @Test
  void T12_T1_premiumNumberOnFile_isNeverSentTo_andLooksLikeAnyOther() {
    Persona person = person();
    jdbc.sql(
            "update account_address set address = '+19005551234' where account_id = ? and kind = ?")
        .params(person.id(), "PHONE")
        .update();
    Guest guest = opens(person.userName());

    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(post.at("+19005551234")).isEmpty();
    assertThat(news(guest).state()).isEqualTo("sent");
  }

  private static ExpectedReceipt reported(String cause) {
    return new ExpectedReceipt(DeliveryStatus.UNDELIVERED, cause, Duration.ZERO, true);
  }

  private CodeNews news(Guest guest) {
    return news.newest(guest.sees().caseId()).orElseThrow();
  }

  private CodeNews lost(Guest guest) {
    return news.newestUndelivered(guest.sees().caseId()).orElseThrow();
  }

  private void undelivered(String code, String cause) {
    receipts.record("mailroom", code, DeliveryStatus.UNDELIVERED, cause);
    engine.runJobs();
  }

  /** The provider's id of the newest code of this case. */
  private String newestCode(Guest guest) {
    return ofNewest("provider_id", guest);
  }

  private String newestMessage(Guest guest) {
    return ofNewest("id", guest);
  }

  private String ofNewest(String column, Guest guest) {
    return jdbc.sql("select " + column + " from message where case_id = ? order by created_at desc")
        .param(guest.sees().caseId())
        .query(String.class)
        .list()
        .get(0);
  }

  private String sendOf(Guest guest) {
    return management.createJobQuery().activityId("Task_SendCode").executable().list().stream()
        .filter(job -> job.getProcessInstanceId() != null)
        .filter(job -> instancesOf(guest).contains(job.getProcessInstanceId()))
        .findFirst()
        .orElseThrow()
        .getId();
  }

  private List<String> instancesOf(Guest guest) {
    return jdbc.sql("select proc_inst_id_ from act_ru_execution where business_key_ = ?")
        .param(guest.sees().caseId())
        .query(String.class)
        .list();
  }
}
