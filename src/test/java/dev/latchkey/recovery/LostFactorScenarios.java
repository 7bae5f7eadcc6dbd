package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.LoginRequest;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.Way;
import dev.latchkey.testing.Device;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A lost second factor, and approval on another device as a proof, through the engine. */
abstract class LostFactorScenarios extends RecoveryScene {
  private static final Duration A_DAY = Duration.ofHours(24).plusMinutes(1);

  @Autowired SecondSteps secondSteps;
  @Autowired LoginRequests loginRequests;
  @Autowired AuthenticatorApp apps;
  @Autowired Sessions sessions;
  @Autowired AccountDirectory directory;
  @Autowired AccessRestorer restorer;
  @Autowired TransactionTemplate transaction;

  private Persona holder() {
    return Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
  }

  /** At sign-in, with the right password: "I can't use any of these". */
  private Guest reportsTheFactorLost(Persona person) {
    String token = secondSteps.open(person.id(), Locale.ENGLISH, new Client("192.0.2.7"));
    engine.runJobs();
    String recovery = secondSteps.factorLost(token).orElseThrow();
    engine.runJobs();
    assertThat(secondSteps.view(token).orElseThrow().status())
        .isEqualTo(RecoveryStatus.FACTOR_LOST);
    return Guest.with(recoveries, recovery);
  }

  private boolean secondFactor(Persona person) {
    return directory.findById(person.id()).orElseThrow().secondFactor();
  }

  @Test
  void C2_passwordAndEMailCodeRemoveTheLostFactor_afterTheHold() {
    Persona person = holder();
    apps.enrol(person.id());
    backupCodes.generate(person.id(), 2);
    Guest guest = reportsTheFactorLost(person);
    guest.wants(Way.EMAIL);
    engine.runJobs();
    guest.enters(post.codeAt(person.emailAddress()));
    engine.runJobs();
    assertThat(guest.sees().step()).isEqualTo("hold");
    assertThat(secondFactor(person)).isTrue();

    engine.pass(A_DAY);

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(secondFactor(person)).isFalse();
    assertThat(apps.enrolled(person.id())).isFalse();
    assertThat(backupCodes.active(person.id())).isZero();
  }

  @Test
  void R13_R16_ofTheRemovalAllAddressesAreTold_andItSignsNobodyIn() {
    Persona person = holder();
    String session = sessions.start(person.id(), "Phone");
    Guest guest = reportsTheFactorLost(person);
    guest.wants(Way.EMAIL);
    engine.runJobs();
    guest.enters(post.codeAt(person.emailAddress()));
    engine.runJobs();
    engine.pass(A_DAY);

    assertThat(post.newestAt(person.phoneNumber())).contains("turned off").contains("/not-me?t=");
    assertThat(post.newestAt(person.emailAddress())).contains("turned off").contains("/not-me?t=");
    assertThat(sessions.find(session)).isEmpty();
    assertThat(secondSteps.redeem(guest.token())).isEmpty();
  }

  @Test
  void R14_thisWasntMeDuringTheHoldKeepsTheFactor() {
    Persona person = holder();
    Guest guest = reportsTheFactorLost(person);
    guest.wants(Way.EMAIL);
    engine.runJobs();
    guest.enters(post.codeAt(person.emailAddress()));
    engine.runJobs();
    recoveries.object(post.objectionAt(person.phoneNumber()));
    engine.pass(A_DAY);

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(secondFactor(person)).isTrue();
  }

  private Guest removedTheFactor(Persona person) {
    Guest guest = reportsTheFactorLost(person);
    guest.wants(Way.EMAIL);
    engine.runJobs();
    guest.enters(post.codeAt(person.emailAddress()));
    engine.runJobs();
    engine.pass(A_DAY);
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    return guest;
  }

  @Test
  void R11_A13_thisWasntMeAfterTheRemoval_turnsTheSecondFactorOnAgain() {
    Persona person = holder();
    removedTheFactor(person);
    recoveries.object(post.objectionAt(person.phoneNumber()));
    engine.runJobs();
    assertThat(secondFactor(person)).isTrue();

    Guest intruder = opens(person.emailAddress());
    intruder.enters(post.codeAt(person.emailAddress()));
    engine.runJobs();

    assertThat(intruder.sees().notice()).isEqualTo("proof-missing");
  }

  @Test
  void A13_whereThereWasNoSecondFactor_thisWasntMeTurnsNoneOn() {
    Persona person = person();
    Guest guest = Guest.opens(recoveries, person.emailAddress(), CasePurpose.SECOND_FACTOR);
    engine.runJobs();
    guest.enters(post.codeAt(person.emailAddress()));
    engine.runJobs();
    engine.pass(A_DAY);
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);

    recoveries.object(post.objectionAt(person.phoneNumber()));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(secondFactor(person)).isFalse();
  }

  @Test
  void R11_whatIsBoundLikeThePasswordIsNoSecondProof() {
    Persona person = holder();
    apps.enrol(person.id());
    Guest guest = reportsTheFactorLost(person);
    guest.wants(Way.AUTHENTICATOR_APP);

    assertThat(guest.sees().way()).isNotEqualTo(Way.AUTHENTICATOR_APP);
  }

  @Test
  void R11_withoutThePasswordOneCodeDoesNotRemoveTheFactor() {
    Persona person = holder();
    Guest guest = Guest.opens(recoveries, person.phoneNumber(), CasePurpose.SECOND_FACTOR);
    engine.runJobs();
    guest.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();

    assertThat(guest.sees().notice()).isEqualTo("proof-missing");
    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");
  }

  @Test
  void R13_ofTheFirstOfTwoProofsAllAddressesAreTold_once() {
    Persona person = holder();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();
    guest.wantsAnotherWay();
    guest.wantsAnotherWay();
    engine.runJobs();

    assertThat(post.at(person.emailAddress()))
        .singleElement()
        .asString()
        .contains("the first of two checks")
        .contains("/not-me?t=");
  }

  @Test
  void R25_theLockRemovesNoFactorWithoutTheProofs_orForAnotherPurpose() {
    Persona person = holder();
    Guest lost = Guest.opens(recoveries, person.userName(), CasePurpose.SECOND_FACTOR);
    Guest forgotten = opens(person.userName());

    assertThatThrownBy(() -> removes(lost)).isInstanceOf(AccessRefused.class);
    assertThatThrownBy(() -> removes(forgotten)).isInstanceOf(AccessRefused.class);
    assertThat(secondFactor(person)).isTrue();
  }

  private void removes(Guest guest) {
    transaction.executeWithoutResult(status -> restorer.removeLostFactor(guest.sees().caseId()));
  }

  @Test
  void R15_anUnknownNameGoesTheSameStepsForALostFactor() {
    Persona person = holder();
    Guest known = Guest.opens(recoveries, person.userName(), CasePurpose.SECOND_FACTOR);
    Guest unknown =
        Guest.opens(recoveries, "nobody" + UUID.randomUUID(), CasePurpose.SECOND_FACTOR);
    for (Guest guest : new Guest[] {known, unknown}) {
      engine.runJobs();
      assertThat(guest.sees().step()).isEqualTo("enter-code");
      guest.wants(Way.LOGIN_REQUEST);
      assertThat(guest.sees().step()).isEqualTo("await-approval");
      assertThat(guest.sees().approvalNumber()).matches("[0-9]{2}");
    }
    assertThat(unknown.sees().ways()).isEqualTo(known.sees().ways());
    assertThat(unknown.sees().offers()).isEqualTo(known.sees().offers());
  }

  @Test
  void A5_approvalOnAnotherDeviceRecoversTheAccount() {
    Persona person = person();
    Device phone = Device.of(person, sessions, loginRequests);
    Guest guest = opens(person.userName());
    guest.wants(Way.LOGIN_REQUEST);
    phone.approves(guest);

    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void R15_toAGuestADenialLooksLikeNoAnswer() {
    Persona person = person();
    Device phone = Device.of(person, sessions, loginRequests);
    Guest guest = opens(person.userName());
    guest.wants(Way.LOGIN_REQUEST);
    RecoveryView before = guest.sees();
    phone.denies();

    assertThat(guest.sees().step()).isEqualTo("await-approval");
    assertThat(guest.sees().notice()).isEqualTo(before.notice());
    assertThat(guest.sees().due()).isEqualTo(before.due());
    engine.pass(Duration.ofMinutes(10).plusSeconds(1));
    assertThat(guest.sees().notice()).isEqualTo("not-answered");
  }

  @Test
  void R10_R18_strangersRequestsMakeRoomForTheHoldersOwnSignIn() {
    Persona person = holder();
    Device.of(person, sessions, loginRequests);
    for (int i = 0; i < 3; i++) {
      opens(person.userName()).wants(Way.LOGIN_REQUEST);
    }
    Client desktop = new Client("192.0.2.7", "Firefox on a desktop");
    secondSteps.open(person.id(), Locale.ENGLISH, desktop);

    assertThat(loginRequests.openOf(person.id()))
        .hasSize(3)
        .extracting(LoginRequest::device)
        .contains("Firefox on a desktop");
  }

  @Test
  void R10_aDeniedStrangerDoesNotSilenceTheHoldersOwnSignIn() {
    Persona person = holder();
    Device phone = Device.of(person, sessions, loginRequests);
    opens(person.userName()).wants(Way.LOGIN_REQUEST);
    phone.denies();
    opens(person.userName()).wants(Way.LOGIN_REQUEST);
    assertThat(loginRequests.openOf(person.id())).isEmpty();
    secondSteps.open(person.id(), Locale.ENGLISH, new Client("192.0.2.7"));

    assertThat(loginRequests.openOf(person.id())).hasSize(1);
  }

  @Test
  void R14_afterSomebodyObjected_aRecoveryIsHeld_soThatAnObjectionTakesNothingOver() {
    Persona person = person();
    Guest first = opens(person.phoneNumber());
    first.enters(post.codeAt(person.phoneNumber()));
    first.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    recoveries.object(post.objectionAt(person.emailAddress()));
    engine.pass(TWO_MINUTES.plusSeconds(1));
    Guest second = opens(person.phoneNumber());
    second.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();
    assertThat(second.sees().step()).isEqualTo("hold");

    engine.pass(A_DAY);
    assertThat(second.sees().step()).isEqualTo("hold");
    engine.pass(A_DAY.multipliedBy(2));
    assertThat(second.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void C10_aCodeAndAnApprovalAreTwoKindsOfProof() {
    Persona person = holder();
    Device phone = Device.of(person, sessions, loginRequests);
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();
    guest.wants(Way.LOGIN_REQUEST);
    phone.approves(guest);

    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }
}
