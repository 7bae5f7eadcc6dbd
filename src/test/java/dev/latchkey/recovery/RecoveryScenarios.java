package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.Sessions;
import dev.latchkey.directory.PasswordRule;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.Receipts;
import dev.latchkey.messaging.TargetHasher;
import dev.latchkey.proof.Way;
import dev.latchkey.retention.RetentionRun;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What people live through, from the request to restored access, in the engine and the database.
 */
abstract class RecoveryScenarios extends RecoveryScene {
  @Autowired Receipts receipts;
  @Autowired Sessions sessions;
  @Autowired RetentionRun retention;
  @Autowired TargetHasher hasher;
  @Autowired Clock clock;

  @Test
  void A2_codeByTextMessage_letsThePersonChooseAPassword_andTellsEveryAddress() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);

    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");

    guest.choosesPassword(GOOD_PASSWORD);
    assertThat(guest.sees().step()).isEqualTo("restoring");
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(guest.sees().step()).isEqualTo("done");
    assertThat(passwordOf(person)).startsWith("$argon2id$");
    assertThat(post.newestAt(person.phoneNumber())).contains("/not-me?t=");
    assertThat(post.newestAt(person.emailAddress())).contains("/not-me?t=");
  }

  @Test
  void A2_theCodeCountsOnce() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String code = post.codeAt(person.phoneNumber());
    guest.enters(code);

    assertThat(guest.enters(code)).isInstanceOf(AnswerResult.NotWaitedFor.class);
  }

  @Test
  void A3_afterTwoMinutesANewCodeComesByItself_andTheOldOneFails() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String first = post.codeAt(person.phoneNumber());
    engine.pass(TWO_MINUTES);
    String second = post.codeAt(person.phoneNumber());

    assertThat(post.at(person.phoneNumber())).hasSize(2);
    assertThat(guest.sees().notice()).isEqualTo("code-resent");
    guest.enters(first);
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    guest.enters(second);
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void A3_beforeTwoMinutesAreOverNothingIsSentAgain() {
    Persona person = person();
    opens(person.phoneNumber());
    engine.pass(TWO_MINUTES.minusSeconds(5));

    assertThat(post.at(person.phoneNumber())).hasSize(1);
  }

  @Test
  void A4_afterTheResendTheProcessFallsBackToEmail_andSaysWhy() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    engine.pass(TWO_MINUTES);
    engine.pass(TWO_MINUTES);

    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().notice()).isEqualTo("not-received");
    guest.enters(post.codeAt(person.emailAddress()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void A5_withoutEitherCodeTheOtherWaysFollowInOrder() {
    Guest guest = opens(person().phoneNumber());
    for (int wait = 0; wait < 4; wait++) {
      engine.pass(TWO_MINUTES);
    }
    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");
    guest.wantsAnotherWay();
    assertThat(guest.sees().step()).isEqualTo("enter-app-code");
    guest.wantsAnotherWay();
    assertThat(guest.sees().step()).isEqualTo("await-approval");
    guest.wantsAnotherWay();
    assertThat(guest.sees().step()).isEqualTo("describe-situation");
  }

  @Test
  void A5_aLateCodeIsStillTakenWhileABackupCodeIsAskedFor() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    for (int wait = 0; wait < 4; wait++) {
      engine.pass(TWO_MINUTES);
    }
    guest.enters(post.codeAt(person.emailAddress()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void A7_anotherWayIsTakenAtOnce() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.wants(Way.EMAIL);
    engine.runJobs();

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(post.at(person.emailAddress())).hasSize(1);
  }

  @Test
  void A7_aNamedWayIsTakenThoughThePageWasBehind_once() {
    Guest guest = opens(person().phoneNumber());
    int before = guest.sees().stepNumber();
    guest.answers(new Answer.Resend());
    engine.runJobs();
    assertThat(guest.sees().stepNumber()).isGreaterThan(before);

    Answer email = new Answer.AnotherWay(Way.EMAIL);
    assertThat(recoveries.answer(guest.token(), before, email))
        .isInstanceOf(AnswerResult.Taken.class);
    engine.runJobs();
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(recoveries.answer(guest.token(), before, email))
        .isInstanceOf(AnswerResult.NotWaitedFor.class);
    assertThat(recoveries.answer(guest.token(), before, new Answer.AnotherWay(null)))
        .isInstanceOf(AnswerResult.NotWaitedFor.class);
  }

  @Test
  void A8_theLinkInTheMailCountsOnceAndMovesTheRecoveryToWhoeverUsedIt() {
    Persona person = person();
    Guest attacker = opens(person.emailAddress());
    String link = post.linkAt(person.emailAddress());
    assertThat(recoveries.linkUsable(link)).isTrue();
    assertThat(recoveries.linkUsable(link)).isTrue();

    AnswerResult used = recoveries.useLink(link);

    assertThat(used).isInstanceOf(AnswerResult.Taken.class);
    assertThat(recoveries.view(attacker.token())).isEmpty();
    Guest holder = Guest.with(recoveries, ((AnswerResult.Taken) used).token());
    assertThat(holder.sees().step()).isEqualTo("choose-password");
    assertThat(recoveries.useLink(link)).isInstanceOf(AnswerResult.Unknown.class);
  }

  @Test
  void A9_R6_wrongCodeFiveTimes_killsTheWay_overAllRecoveries_andLeavesAnother() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String right = post.codeAt(person.phoneNumber());
    for (int tries = 0; tries < 5; tries++) {
      guest.enters(wrong(right));
    }
    engine.runJobs();
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().notice()).isEqualTo("attempts-exhausted");

    engine.moveClock(TWO_MINUTES);
    Guest again = opens(person.userName());
    assertThat(again.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(post.at(person.phoneNumber())).hasSize(1);
  }

  @Test
  void A9_aWrongCodeDoesNotRestartTheTwoMinutes() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    var due = guest.sees().due();
    engine.moveClock(Duration.ofMinutes(1));
    guest.enters(wrong(post.codeAt(person.phoneNumber())));

    assertThat(guest.sees().notice()).isEqualTo("wrong-code");
    assertThat(guest.sees().due()).isEqualTo(due);
  }

  @Test
  void A11_R21_aWeakPasswordIsRefusedWithItsRule_andNothingIsLost() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));

    AnswerResult refused = guest.choosesPassword("short");

    assertThat(refused).isInstanceOf(AnswerResult.WeakPassword.class);
    assertThat(((AnswerResult.WeakPassword) refused).rule()).isEqualTo(PasswordRule.TOO_SHORT);
    assertThat(guest.sees().step()).isEqualTo("choose-password");
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
  }

  @Test
  void A12_aPasswordNotChosenWithin24Hours_endsTheRecovery() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    engine.pass(Duration.ofHours(24).plusMinutes(1));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.EXPIRED);
    assertThat(passwordOf(person)).isNull();
  }

  @Test
  void A12_after24HoursTheRecoveryIsOver() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    engine.pass(Duration.ofHours(24).plusMinutes(1));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.EXPIRED);
    assertThat(guest.sees().offers()).isEmpty();
  }

  @Test
  void A13_notMe_stopsTheRecovery_andTellsAccountHolderAndSupport() {
    Persona person = person();
    Guest guest = opens(person.emailAddress());
    String objection = post.objectionAt(person.emailAddress());

    recoveries.object(objection);
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(post.at(person.phoneNumber())).hasSize(1);
    assertThat(post.at("support@example.com")).isNotEmpty();
    assertThat(guest.enters("123456")).isInstanceOf(AnswerResult.NotWaitedFor.class);
  }

  @Test
  void A13_notMe_within24HoursTakesRestoredAccessBack() {
    Persona person = person();
    Guest guest = restored(person);
    recoveries.object(post.objectionAt(person.emailAddress()));
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(passwordOf(person)).isNull();
  }

  @Test
  void A13_notMe_after24HoursChangesNothing() {
    Persona person = person();
    Guest guest = restored(person);
    String objection = post.objectionAt(person.emailAddress());
    engine.pass(Duration.ofHours(24).plusMinutes(1));
    recoveries.object(objection);

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(passwordOf(person)).isNotNull();
  }

  @Test
  void A10_whenEverythingFailedSupportIsAsked_andThePersonMayStillGoBack() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    for (int wait = 0; wait < 4; wait++) {
      engine.pass(TWO_MINUTES);
    }
    guest.wantsAnotherWay();
    guest.wantsAnotherWay();
    guest.wantsAnotherWay();
    assertThat(guest.sees().way()).isEqualTo(Way.HUMAN_REVIEW);
    assertThat(guest.sees().offers()).contains(RecoveryMessage.STATEMENT_GIVEN);

    guest.wants(Way.BACKUP_CODE);
    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");
  }

  @Test
  void R13_everyAddressIsToldOfTheReset_eachWithThisWasntMe() {
    Persona person = person();
    jdbc.sql(
            """
            insert into account_address (id, account_id, kind, address, verified_at, notify,
              position)
            values (?, ?, 'EMAIL', ?, current_timestamp, true, 9)
            """)
        .params(UUID.randomUUID().toString(), person.id(), "second-" + person.emailAddress())
        .update();
    restored(person);

    String objection = post.objectionAt(person.phoneNumber());
    assertThat(post.objectionAt(person.emailAddress())).isEqualTo(objection);
    assertThat(post.objectionAt("second-" + person.emailAddress())).isEqualTo(objection);
  }

  @Test
  void T11_R19_anIdOfARecoveryOpensNothing() {
    Persona person = person();
    Guest guest = opens(person.emailAddress());
    String caseId = guest.sees().caseId();
    String objection = post.objectionAt(person.emailAddress());

    for (String token : new String[] {caseId, objection, guest.sees().reference(), ""}) {
      assertThat(recoveries.view(token)).isEmpty();
      assertThat(recoveries.cancel(token)).isFalse();
    }
    assertThat(recoveries.objection(caseId)).isEmpty();
    assertThat(recoveries.objection(guest.token())).isEmpty();
    assertThat(recoveries.linkUsable(guest.token())).isFalse();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.OPEN);
  }

  @Test
  void T10_whoeverEntersTheCodeGetsANewToken_andTheOldOneIsDead() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String before = guest.token();
    guest.enters(post.codeAt(person.phoneNumber()));

    assertThat(guest.token()).isNotEqualTo(before);
    assertThat(recoveries.view(before)).isEmpty();
  }

  @Test
  void R17_success_endsAllSessions_andSoDoesTakingItBack() {
    Persona person = person();
    String before = sessions.start(person.id(), "a phone");
    restored(person);
    assertThat(sessions.find(before)).isEmpty();

    String after = sessions.start(person.id(), "somebody's phone");
    recoveries.object(post.objectionAt(person.emailAddress()));
    assertThat(sessions.find(after)).isEmpty();
  }

  @Test
  void R16_recoveryLeavesTheSecondFactorOn() {
    Persona person = Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
    String backup = backupCodes.generate(person.id(), 1).get(0);
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.entersBackupCode(backup);
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(
            jdbc.sql("select second_factor from account where id = ?")
                .param(person.id())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void R15_T1_theContactAddressOfARequest_doesNotTellWhetherAnAccountHasIt() {
    Persona person = person();
    for (String address : new String[] {person.emailAddress(), "nobody-7@example.com"}) {
      opens(address);
      Guest asking = opens("nobody-8" + address.length() + "@example.com");
      asking.wants(Way.HUMAN_REVIEW);
      asking.answers(new Answer.Statement("Lost it.", "", "", address));
      engine.runJobs();
      assertThat(asking.sees().step()).isEqualTo("wait-for-send");
    }
  }

  @Test
  void R15_T1_twoNotationsOfOneNumber_countAsOne_forAccountsAndDecoys() {
    Persona person = person();
    String known = person.phoneNumber();
    String unknown = "+819087654321";
    for (String number : new String[] {known, unknown}) {
      opens(number);
      Guest second = opens(number.substring(0, 5) + " " + number.substring(5));
      assertThat(second.sees().step()).isEqualTo("wait-for-send");
    }
  }

  @Test
  void T5_aProofByAnAddressThatWasTakenOffTheAccount_countsNoLonger() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.choosesPassword(GOOD_PASSWORD);
    jdbc.sql("delete from account_address where account_id = ? and kind = 'PHONE'")
        .param(person.id())
        .update();
    assertThatThrownBy(() -> engine.runJobs()).hasMessageContaining("proofs missing");

    assertThat(passwordOf(person)).isNull();
  }

  @Test
  void R24_endedRecoveriesTheirMessagesAndHistoryAreRemovedAfterTheRetentionPeriod() {
    Persona person = person();
    Guest guest = restored(person);
    String caseId = guest.sees().caseId();
    engine.pass(Duration.ofDays(29));
    retention.removeAll();
    assertThat(rowsOf(caseId)).isPositive();

    engine.moveClock(Duration.ofDays(2));
    retention.removeAll();
    assertThat(rowsOf(caseId)).isZero();
  }

  private int rowsOf(String caseId) {
    return Stream.of(
            "recovery_case where id",
            "proof where case_id",
            "code_issue where case_id",
            "message where case_id",
            "act_hi_procinst where business_key_")
        .mapToInt(
            table ->
                jdbc.sql("select count(*) from " + table + " = ?")
                    .param(caseId)
                    .query(Integer.class)
                    .single())
        .sum();
  }

  @Test
  void R17_success_closesOtherRecoveriesOfTheAccount() {
    Persona person = person();
    Guest other = opens(person.emailAddress());
    restored(person);

    assertThat(other.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void R11_C10_withASecondFactorOneCodeIsNotEnough_andTheSameKindCountsOnce() {
    Persona person = Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
    String backup = backupCodes.generate(person.id(), 1).get(0);
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));

    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");
    assertThat(guest.sees().notice()).isEqualTo("proof-missing");
    guest.entersBackupCode(backup);
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void R14_whenTheOnlyAddressGaveTheProof_accessIsHeldFor24Hours() {
    Persona person = Persona.withPhoneOnly().in(jdbc);
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();

    assertThat(guest.sees().step()).isEqualTo("hold");
    assertThat(post.newestAt(person.phoneNumber())).contains("/not-me?t=");
    engine.pass(Duration.ofHours(23));
    assertThat(guest.sees().step()).isEqualTo("hold");
    engine.pass(Duration.ofHours(1).plusMinutes(1));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void D4_D5_backupCodeOutOfOrder_worksAndSupersedesEarlierOnes() {
    Persona person = person();
    var codes = backupCodes.generate(person.id(), 3);
    Guest guest = opens(person.phoneNumber());
    guest.wants(Way.BACKUP_CODE);
    guest.entersBackupCode(codes.get(1));
    assertThat(guest.sees().step()).isEqualTo("choose-password");

    engine.moveClock(TWO_MINUTES);
    Guest again = opens(person.phoneNumber());
    again.wants(Way.BACKUP_CODE);
    again.entersBackupCode(codes.get(0));
    assertThat(again.sees().notice()).isEqualTo("inactive-backup-code");
  }

  @Test
  void receiptNotDelivered_leavesTheWaitAtOnce() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    receipts.record(
        "mailroom", providerIdOfNewest(person), DeliveryStatus.UNDELIVERED, "unreachable");
    engine.runJobs();

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().notice()).isEqualTo("undelivered");
  }

  @Test
  void R15_T1_anUnknownIdentifier_goesThroughTheSameStepsAndSendsNothing() {
    Persona person = person();
    Guest known = opens(person.phoneNumber());
    Guest unknown = opens("+819099990001");
    Guest disabled = opens(Persona.withPhoneAndEmail().disabled().in(jdbc).phoneNumber());

    for (int wait = 0; wait < 5; wait++) {
      for (Guest guest : new Guest[] {unknown, disabled}) {
        assertThat(guest.sees().step()).isEqualTo(known.sees().step());
        assertThat(guest.sees().offers()).isEqualTo(known.sees().offers());
        assertThat(guest.sees().ways()).isEqualTo(known.sees().ways());
        assertThat(guest.sees().notice()).isEqualTo(known.sees().notice());
        assertThat(guest.sees().stepNumber()).isEqualTo(known.sees().stepNumber());
      }
      engine.pass(TWO_MINUTES);
    }
    assertThat(post.at("+819099990001")).isEmpty();
  }

  @Test
  void T4_anAnswerForAStepThatIsNotOpen_isRefusedAndCountsNothing() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());

    assertThat(guest.choosesPassword(GOOD_PASSWORD)).isInstanceOf(AnswerResult.NotWaitedFor.class);
    assertThat(guest.entersBackupCode("1-0000-0000-0000-0000"))
        .isInstanceOf(AnswerResult.NotWaitedFor.class);
    int before = guest.sees().stepNumber();
    guest.wants(Way.EMAIL);
    engine.runJobs();
    AnswerResult stale =
        recoveries.answer(
            guest.token(),
            before,
            new Answer.Code(RecoveryMessage.CODE_ENTERED, post.codeAt(person.phoneNumber())));
    assertThat(stale).isInstanceOf(AnswerResult.NotWaitedFor.class);
  }

  @Test
  void cancel_closesTheRecovery() {
    Guest guest = opens(person().phoneNumber());

    assertThat(recoveries.cancel(guest.token())).isTrue();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(recoveries.cancel(guest.token())).isFalse();
  }

  private String providerIdOfNewest(Persona person) {
    return jdbc.sql("select provider_id from message where target = ? order by created_at desc")
        .param(person.phoneNumber())
        .query(String.class)
        .list()
        .get(0);
  }

  @Test
  void B2_aNumberThatOptedOutGetsNoText_andTheNextWayFollowsAtOnce() {
    Persona person = person();
    String hash = hasher.hash(Channel.TEXT_MESSAGE, person.phoneNumber());
    jdbc.sql("insert into opt_out (target_hash, channel, noted_at) values (?, ?, ?)")
        .params(hash, Channel.TEXT_MESSAGE.name(), OffsetDateTime.now(clock))
        .update();
    Guest guest = opens(person.phoneNumber());

    assertThat(post.at(person.phoneNumber())).isEmpty();
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().notice()).isEqualTo("undelivered");
  }
}
