package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.Deliveries;
import dev.latchkey.messaging.Delivery;
import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.InboundTexts;
import dev.latchkey.messaging.Keyword;
import dev.latchkey.messaging.Receipts;
import dev.latchkey.proof.Way;
import dev.latchkey.retention.RetentionRun;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People who opt in and out with their carrier, before a recovery and in the middle of it. */
abstract class OptInScenarios extends RecoveryScene {
  private static final String NOBODYS_NUMBER = "+819099990001";

  @Autowired InboundTexts texts;
  @Autowired Receipts receipts;
  @Autowired RetentionRun retention;
  @Autowired Deliveries deliveries;
  @Autowired RuntimeService runtime;
  @Autowired SecondSteps secondSteps;
  @Autowired HistoryService history;

  private void texts(String number, String words) {
    String id = UUID.randomUUID().toString();
    assertThat(texts.receive("mailroom", id, number, Keyword.of(words), false)).isTrue();
    engine.runJobs();
  }

  private Persona optedOut() {
    Persona person = person();
    texts(person.phoneNumber(), "STOP");
    return person;
  }

  private Delivery newestText(Guest guest) {
    return deliveries.ofCodes(guest.sees().caseId()).stream()
        .filter(code -> code.channel() == Channel.TEXT_MESSAGE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void E1_numberThatSentStop_getsNoText_andTheCodeGoesByEmailAtOnce() {
    Persona person = optedOut();
    int before = post.at(person.phoneNumber()).size();
    Guest guest = opens(person.phoneNumber());

    assertThat(post.at(person.phoneNumber())).hasSize(before);
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().notice()).isEqualTo("undelivered");
    assertThat(newestText(guest).cause()).isEqualTo("opted-out");
    guest.enters(post.codeAt(person.emailAddress()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void E1_B2_optOutReportedByTheProvider_isRememberedForTheNextRecovery() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    receipts.record("mailroom", providerIdOfCodeTo(guest), DeliveryStatus.UNDELIVERED, "opted-out");
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    engine.moveClock(TWO_MINUTES.plusSeconds(1));

    assertThat(opens(person.phoneNumber()).sees().way()).isEqualTo(Way.EMAIL);
    assertThat(post.at(person.phoneNumber())).hasSize(1);
  }

  @Test
  void E2_start_sendsTheWaitingCodeAtOnce_withoutStartingOver() {
    Persona person = optedOut();
    Guest guest = opens(person.phoneNumber());
    String token = guest.token();
    engine.moveClock(Duration.ofSeconds(20));

    texts(person.phoneNumber(), "start");

    assertThat(guest.token()).isEqualTo(token);
    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().notice()).isEqualTo("opted-in");
    assertThat(newestText(guest).state()).isNotEqualTo(Delivery.State.UNDELIVERED);
    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void E2_start_isConfirmed() {
    Persona person = optedOut();
    texts(person.phoneNumber(), "START");

    assertThat(post.newestAt(person.phoneNumber())).contains("HELP", "STOP");
  }

  @Test
  void E2_afterBothEmails_whileABackupCodeIsAskedFor_theTextIsStillSent() {
    Persona person = optedOut();
    Guest guest = opens(person.phoneNumber());
    engine.pass(TWO_MINUTES);
    engine.pass(TWO_MINUTES);
    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");

    texts(person.phoneNumber(), "GO");

    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void E2_whenTheCodeHasRunOut_nothingMoves_butTheTextMessageCanBeChosen() {
    Persona person = optedOut();
    Guest guest = opens(person.phoneNumber());
    for (int wait = 0; wait < 6; wait++) {
      engine.pass(TWO_MINUTES);
    }
    texts(person.phoneNumber(), "START");
    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");

    guest.wants(Way.TEXT_MESSAGE);
    engine.runJobs();
    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void E2_ofTwoRecoveries_onlyTheNewestGetsTheCode() {
    Persona person = optedOut();
    Guest older = opens(person.phoneNumber());
    Guest newer = opens(person.phoneNumber());

    texts(person.phoneNumber(), "START");

    assertThat(newer.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(older.sees().way()).isNotEqualTo(Way.TEXT_MESSAGE);
  }

  @Test
  void E2_R11_afterAProofOfTheSameKind_nothingMoves() {
    Persona person = Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
    texts(person.phoneNumber(), "STOP");
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.emailAddress()));
    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");

    texts(person.phoneNumber(), "START");

    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");
    assertThat(guest.sees().notice()).isEqualTo("proof-missing");
  }

  @Test
  void E2_secondStepOfASignIn_getsItsCodeToo() {
    Persona person = Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
    texts(person.phoneNumber(), "STOP");
    Client desktop = new Client("192.0.2.7", "Firefox on a desktop");
    Guest guest = Guest.with(secondSteps, secondSteps.open(person.id(), Locale.ENGLISH, desktop));
    engine.runJobs();
    assertThat(guest.sees().step()).isNotEqualTo("enter-code");

    texts(person.phoneNumber(), "START");

    assertThat(guest.sees().step()).isEqualTo("enter-code");
    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.PROVEN);
  }

  @Test
  void E2_aCodeThatDidArrive_isNotSentAgain() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    int step = guest.sees().stepNumber();

    texts(person.phoneNumber(), "START");

    assertThat(guest.sees().stepNumber()).isEqualTo(step);
    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void E2_T1_R15_aDecoyOfATypedNumber_movesLikeAnAccount() {
    texts(NOBODYS_NUMBER, "STOP");
    Guest guest = opens(NOBODYS_NUMBER);
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().notice()).isEqualTo("undelivered");
    assertThat(newestText(guest).cause()).isEqualTo("opted-out");

    texts(NOBODYS_NUMBER, "START");

    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().notice()).isEqualTo("opted-in");
    assertThat(post.at(NOBODYS_NUMBER)).noneMatch(text -> text.contains("#"));
  }

  @Test
  void E2_E3_T1_R15_aDecoyThatWaits_leavesAndComesBackLikeAnAccount() {
    String number = "+819099990004";
    Guest guest = opens(number);
    texts(number, "STOP");
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(newestText(guest).cause()).isEqualTo("opted-out");

    texts(number, "START");

    assertThat(guest.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(guest.sees().step()).isEqualTo("wait-for-send");
    engine.pass(TWO_MINUTES.plusSeconds(1));
    assertThat(guest.sees().step()).isEqualTo("enter-code");
  }

  @Test
  void E3_stopWhileACodeIsAwaited_goesOnByEmailAtOnce() {
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    String code = post.codeAt(person.phoneNumber());

    texts(person.phoneNumber(), "STOP");

    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
    assertThat(guest.sees().notice()).isEqualTo("undelivered");
    assertThat(newestText(guest).cause()).isEqualTo("opted-out");
    guest.enters(code);
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    guest.enters(post.codeAt(person.emailAddress()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void E3_afterStop_noticesGoByEmailAlone() {
    Persona person = optedOut();
    int texts = post.at(person.phoneNumber()).size();
    Guest guest = opens(person.emailAddress());
    guest.enters(post.codeAt(person.emailAddress()));
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(post.newestAt(person.emailAddress())).contains("/not-me?t=");
    assertThat(post.at(person.phoneNumber())).hasSize(texts);
  }

  @Test
  void E3_stop_isConfirmedOnce_andHelpIsAnsweredAllTheSame() {
    Persona person = optedOut();
    texts(person.phoneNumber(), "STOP");
    assertThat(post.at(person.phoneNumber())).singleElement().asString().contains("START");

    texts(person.phoneNumber(), "HELP");
    assertThat(post.newestAt(person.phoneNumber())).contains("/help");
    texts(person.phoneNumber(), "What is this?");
    assertThat(post.at(person.phoneNumber())).hasSize(2);
  }

  @Test
  void E3_stopAndStartInAHurry_theLaterOneCounts_inWhateverOrderTheyAreWorkedThrough() {
    Persona person = person();
    texts.receive("mailroom", "first-" + person.id(), person.phoneNumber(), Keyword.OPT_OUT, false);
    engine.moveClock(Duration.ofSeconds(1));
    texts(person.phoneNumber(), "START");
    engine.runJobs();

    opens(person.phoneNumber());
    assertThat(post.codeAt(person.phoneNumber())).isNotBlank();
    assertThat(post.at(person.phoneNumber())).noneMatch(text -> text.contains("START"));
  }

  @Test
  void T13_replayedText_startsNothing() {
    String id = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      texts.receive("mailroom", id, "+819099990002", Keyword.HELP, false);
      engine.runJobs();
    }
    assertThat(post.at("+819099990002")).hasSize(1);
  }

  @Test
  void R24_textsAreForgottenAfterTheRetentionPeriod_butTheOptOutIsNot() {
    Persona person = optedOut();
    engine.moveClock(Duration.ofDays(31));
    retention.removeAll();

    assertThat(
            jdbc.sql("select count(*) from inbound_text where sender = ?")
                .param(person.phoneNumber())
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(opens(person.phoneNumber()).sees().way()).isEqualTo(Way.EMAIL);
  }

  @Test
  void R24_theEngineHoldsNeitherNumberNorText() {
    texts("+819099990003", "HELP");

    List<Object> values =
        history.createHistoricVariableInstanceQuery().list().stream()
            .map(variable -> variable.getValue())
            .toList();
    assertThat(values).noneMatch(value -> String.valueOf(value).contains("9099990003"));
    assertThat(
            runtime
                .createProcessInstanceQuery()
                .processDefinitionKey("CarrierOptInProcess")
                .count())
        .isZero();
  }

  private String providerIdOfCodeTo(Guest guest) {
    return jdbc.sql(
            "select provider_id from message where case_id = ? and channel = 'TEXT_MESSAGE'")
        .param(guest.sees().caseId())
        .query(String.class)
        .single();
  }
}
