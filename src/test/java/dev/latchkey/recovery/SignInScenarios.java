package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Sessions;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.Way;
import dev.latchkey.testing.App;
import dev.latchkey.testing.Device;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import dev.latchkey.testing.Race;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The second step of a sign-in, through the engine. */
abstract class SignInScenarios extends RecoveryScene {
  @Autowired SecondSteps secondSteps;
  @Autowired LoginRequests loginRequests;
  @Autowired AuthenticatorApp apps;
  @Autowired Sessions sessions;
  @Autowired Clock clock;

  private Persona holder() {
    return Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
  }

  private Guest signsIn(Persona person) {
    Client desktop = new Client("192.0.2.7", "Firefox on a desktop");
    String token = secondSteps.open(person.id(), Locale.ENGLISH, desktop);
    engine.runJobs();
    return Guest.with(secondSteps, token);
  }

  private Device phoneOf(Persona person) {
    return Device.of(person, sessions, loginRequests);
  }

  private Optional<String> redeemed(Guest guest) {
    return secondSteps.redeem(guest.token());
  }

  @Test
  void C8_approvalOnAnotherDeviceFinishesTheSignIn() {
    Persona person = holder();
    Device phone = phoneOf(person);
    Guest desktop = signsIn(person);
    assertThat(desktop.sees().step()).isEqualTo("await-approval");
    assertThat(redeemed(desktop)).isEmpty();

    assertThat(phone.approves(desktop)).isEqualTo(LoginRequests.Approval.APPROVED);

    assertThat(desktop.sees().status()).isEqualTo(RecoveryStatus.PROVEN);
    assertThat(redeemed(desktop)).contains(person.id());
  }

  @Test
  void C8_theApprovingDeviceSeesWhereAndWithWhatSomebodySignsIn() {
    Persona person = holder();
    phoneOf(person);
    signsIn(person);

    assertThat(loginRequests.openOf(person.id()))
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.device()).isEqualTo("Firefox on a desktop");
              assertThat(request.network()).isEqualTo("192.0.2.…");
            });
  }

  @Test
  void R10_aDeniedRequestGoesOnToTheNextWay_andNeverSignsIn() {
    Persona person = holder();
    Device phone = phoneOf(person);
    Guest desktop = signsIn(person);
    phone.denies();
    engine.runJobs();

    assertThat(desktop.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(desktop.sees().notice()).isEqualTo("denied");
    assertThat(redeemed(desktop)).isEmpty();
  }

  @Test
  void R23_approvalsAndDenials_areInTheAuditLog() {
    Persona person = holder();
    Device phone = phoneOf(person);
    Guest approved = signsIn(person);
    phone.approves(approved);
    Guest denied = signsIn(person);
    phone.denies();

    assertThat(auditedOf(approved)).containsExactly("accepted");
    assertThat(auditedOf(denied)).containsExactly("denied");
  }

  private List<String> auditedOf(Guest guest) {
    return jdbc.sql(
            "select outcome from audit_entry where case_id = ? and action = 'login-request'")
        .param(guest.sees().caseId())
        .query(String.class)
        .list();
  }

  @Test
  void R10_anUnansweredRequestIsOverAfterTenMinutes() {
    Persona person = holder();
    phoneOf(person);
    Guest desktop = signsIn(person);
    engine.pass(Duration.ofMinutes(10).plusSeconds(1));

    assertThat(desktop.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(loginRequests.openOf(person.id())).isEmpty();
  }

  @Test
  void C7_aTextMessageInsteadOfTheLoginRequest() {
    Persona person = holder();
    phoneOf(person);
    Guest desktop = signsIn(person);
    desktop.wants(Way.TEXT_MESSAGE);
    engine.runJobs();
    assertThat(loginRequests.openOf(person.id())).isEmpty();

    assertThat(post.newestAt(person.phoneNumber())).contains("is your code to sign in");
    desktop.enters(post.codeAt(person.phoneNumber()));
    assertThat(redeemed(desktop)).contains(person.id());
  }

  @Test
  void C6_theAppsCodeWorksWithoutAnyMessage() {
    Persona person = holder();
    App app = new App(apps.enrol(person.id()));
    Guest desktop = signsIn(person);
    assertThat(desktop.sees().step()).isEqualTo("enter-app-code");

    desktop.entersAppCode(app.codeAt(clock.instant()));

    assertThat(redeemed(desktop)).contains(person.id());
    assertThat(post.at(person.phoneNumber())).isEmpty();
  }

  @Test
  void C1_aBackupCodeSignsIn_once() {
    Persona person = holder();
    String code = backupCodes.generate(person.id(), 1).get(0);
    Guest desktop = signsIn(person);
    desktop.wants(Way.BACKUP_CODE);
    desktop.entersBackupCode(code);
    assertThat(redeemed(desktop)).contains(person.id());

    Guest again = signsIn(person);
    assertThat(again.sees().ways()).doesNotContain(Way.BACKUP_CODE);
  }

  @Test
  void B6_aCodeOfANearbyTimeIsRefused_withTheAdviceAboutTheClock() {
    Persona person = holder();
    App app = new App(apps.enrol(person.id()));
    Guest desktop = signsIn(person);

    desktop.entersAppCode(app.codeAt(clock.instant().minusSeconds(150)));

    assertThat(desktop.sees().step()).isEqualTo("enter-app-code");
    assertThat(desktop.sees().notice()).isEqualTo("clock-off");
  }

  @Test
  void B6_aGuestWhoHasProvenNothingIsNotToldOfTheClock() {
    Persona person = holder();
    App app = new App(apps.enrol(person.id()));
    Guest guest = opens(person.userName());
    guest.wants(Way.AUTHENTICATOR_APP);

    guest.entersAppCode(app.codeAt(clock.instant().minusSeconds(150)));

    assertThat(guest.sees().notice()).isEqualTo("wrong-code");
  }

  @Test
  void R3_eMailIsNeverASecondFactor() {
    Persona person = holder();
    Guest desktop = signsIn(person);
    assertThat(desktop.sees().ways()).doesNotContain(Way.EMAIL, Way.HUMAN_REVIEW);

    assertThat(desktop.wants(Way.EMAIL)).isInstanceOf(AnswerResult.Unusable.class);
    engine.runJobs();
    assertThat(post.at(person.emailAddress())).isEmpty();
  }

  @Test
  void C7_theSameTwoMinutes_theSameResend_thenTheNextWay() {
    Persona person = holder();
    backupCodes.generate(person.id(), 1);
    Guest desktop = signsIn(person);
    String first = post.codeAt(person.phoneNumber());
    engine.pass(TWO_MINUTES);
    assertThat(post.at(person.phoneNumber())).hasSize(2);
    desktop.enters(first);
    assertThat(desktop.sees().notice()).isEqualTo("expired-code");
    engine.pass(TWO_MINUTES);

    assertThat(desktop.sees().step()).isEqualTo("enter-backup-code");
  }

  @Test
  void R16_withNothingShownThereIsNothingToRedeem_andAfterFifteenMinutesItIsOver() {
    Persona person = holder();
    Guest desktop = signsIn(person);
    assertThat(redeemed(desktop)).isEmpty();
    engine.pass(Duration.ofMinutes(15).plusSeconds(1));

    assertThat(desktop.sees().status()).isEqualTo(RecoveryStatus.EXPIRED);
    assertThat(redeemed(desktop)).isEmpty();
  }

  @Test
  void R16_aSecondFactorShownLongAgoStartsNoSession() {
    Persona person = holder();
    Guest desktop = signsIn(person);
    desktop.enters(post.codeAt(person.phoneNumber()));
    engine.moveClock(Duration.ofMinutes(16));

    assertThat(redeemed(desktop)).isEmpty();
  }

  @Test
  void R17_aRecoveryVoidsASecondStepThatWasShownAndNotUsedYet() {
    Persona person = holder();
    String backupCode = backupCodes.generate(person.id(), 1).get(0);
    Guest intruder = signsIn(person);
    intruder.enters(post.codeAt(person.phoneNumber()));
    assertThat(intruder.sees().status()).isEqualTo(RecoveryStatus.PROVEN);

    engine.moveClock(TWO_MINUTES.plusSeconds(1));
    Guest owner = opens(person.phoneNumber());
    owner.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();
    owner.entersBackupCode(backupCode);
    owner.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(owner.sees().status()).isEqualTo(RecoveryStatus.RESTORED);

    assertThat(redeemed(intruder)).isEmpty();
    assertThat(intruder.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void T2_aFinishedSecondStepStartsOneSession() throws Exception {
    Persona person = holder();
    Guest desktop = signsIn(person);
    desktop.enters(post.codeAt(person.phoneNumber()));
    String token = desktop.token();

    List<Optional<String>> results = Race.run(8, () -> secondSteps.redeem(token));

    assertThat(results).filteredOn(Optional::isPresent).hasSize(1);
  }

  @Test
  void T4_aSignInsTokenOpensNoRecovery_andItsProofsRestoreNothing() {
    Persona person = holder();
    Guest desktop = signsIn(person);
    assertThat(recoveries.view(desktop.token())).isEmpty();
    desktop.enters(post.codeAt(person.phoneNumber()));

    assertThat(recoveries.view(desktop.token())).isEmpty();
    assertThat(desktop.sees().offers()).isEmpty();
    assertThat(passwordOf(person)).isNull();
  }

  @Test
  void T4_aRecoverysTokenStartsNoSession() {
    Persona person = holder();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));

    assertThat(secondSteps.view(guest.token())).isEmpty();
    assertThat(secondSteps.redeem(guest.token())).isEmpty();
  }

  @Test
  void R18_aStrangersWrongTriesAtARecoveryDoNotKeepTheHolderFromSigningIn() {
    Persona person = holder();
    App app = new App(apps.enrol(person.id()));
    Guest stranger = opens(person.userName());
    stranger.wants(Way.AUTHENTICATOR_APP);
    for (int i = 0; i < 5; i++) {
      stranger.entersAppCode("abcdef");
    }
    Guest desktop = signsIn(person);
    desktop.entersAppCode(app.codeAt(clock.instant()));

    assertThat(redeemed(desktop)).contains(person.id());
  }

  @Test
  void R6_fiveWrongCodesAtSignInCloseThatWay_overAllSignIns() {
    Persona person = holder();
    App app = new App(apps.enrol(person.id()));
    Guest desktop = signsIn(person);
    for (int i = 0; i < 5; i++) {
      desktop.entersAppCode("abcdef");
    }
    engine.runJobs();
    assertThat(desktop.sees().way()).isEqualTo(Way.TEXT_MESSAGE);

    Guest again = signsIn(person);
    again.entersAppCode(app.codeAt(clock.instant()));
    engine.runJobs();
    assertThat(again.sees().way()).isEqualTo(Way.TEXT_MESSAGE);
    assertThat(redeemed(again)).isEmpty();
  }

  @Test
  void A10_withoutAnyWayLeftThePageWaits_andTheFactorCanBeReportedLost() {
    Persona person = Persona.withEmailOnly().withSecondFactor().in(jdbc);
    Guest desktop = signsIn(person);
    assertThat(desktop.sees().step()).isEqualTo("no-way-left");
    desktop.wantsAnotherWay();
    assertThat(desktop.sees().step()).isEqualTo("no-way-left");

    assertThat(desktop.sees().offers()).contains(RecoveryMessage.FACTOR_LOST);
  }

  @Test
  void C4_givingTheSignInUpClosesIt() {
    Persona person = holder();
    Guest desktop = signsIn(person);
    assertThat(secondSteps.cancel(desktop.token())).isTrue();

    assertThat(desktop.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(secondSteps.factorLost(desktop.token())).isEmpty();
  }

  @Test
  void C6_fromTheAppToTheBackupCode_whoseWrongTriesCloseIt() {
    Persona person = holder();
    apps.enrol(person.id());
    backupCodes.generate(person.id(), 1);
    Guest desktop = signsIn(person);
    desktop.wants(Way.BACKUP_CODE);
    assertThat(desktop.sees().step()).isEqualTo("enter-backup-code");
    desktop.entersBackupCode("9-ABCD-EFGH-JKMN-PQRS");
    assertThat(desktop.sees().notice()).isEqualTo("wrong-code");
    desktop.wants(Way.AUTHENTICATOR_APP);
    desktop.wants(Way.BACKUP_CODE);
    for (int i = 0; i < 4; i++) {
      desktop.entersBackupCode("9-ABCD-EFGH-JKMN-PQRS");
    }

    assertThat(desktop.sees().way()).isNotEqualTo(Way.BACKUP_CODE);
    assertThat(desktop.sees().notice()).isEqualTo("attempts-exhausted");
  }
}
