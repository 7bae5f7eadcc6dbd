package dev.latchkey.account;

import static dev.latchkey.directory.AccountChange.ADDRESS_REMOVED;
import static dev.latchkey.directory.AccountChange.APP_ADDED;
import static dev.latchkey.directory.AccountChange.APP_REMOVED;
import static dev.latchkey.directory.AccountChange.BACKUP_CODES_MADE;
import static dev.latchkey.directory.AccountChange.SECOND_FACTOR_OFF;
import static dev.latchkey.directory.AccountChange.SECOND_FACTOR_ON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.SecondFactor.TurnOn;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.ChangeTakenBack;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.proof.CheckOutcome;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.App;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.List;

/** Second factor, authenticator app and backup codes as their holder changes them. */
class SecondFactorTests {
  private StorageBeans beans;
  private SecondFactor secondFactor;
  private AppEnrolment enrolment;
  private Holder holder;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    secondFactor = beans.get(SecondFactor.class);
    enrolment = beans.get(AppEnrolment.class);
  }

  @EachDatabase
  void D1_turningOn_makesOneBackupCode(Databases database) {
    on(database);
    is(AccountFixture.withPhoneAndEmail(beans));

    TurnOn.Done done = (TurnOn.Done) secondFactor.turnOn(holder.session());

    assertThat(done.backupCodes()).hasSize(1);
    assertThat(activeCodes()).isEqualTo(1);
    assertThat(holder.account().secondFactor()).isTrue();
  }

  @EachDatabase
  void R13_turningOn_isTold_andEndsOtherSessions(Databases database) {
    on(database);
    is(AccountFixture.withPhoneAndEmail(beans));

    secondFactor.turnOn(holder.session());

    assertThat(holder.told()).containsExactly(SECOND_FACTOR_ON);
    assertThat(holder.signedInHere()).isTrue();
    assertThat(holder.signedInElsewhere()).isFalse();
  }

  @EachDatabase
  void R3_withoutPhoneAndApp_itCannotBeTurnedOn(Databases database) {
    on(database);
    is(AccountFixture.withEmailOnly(beans));

    assertThat(secondFactor.turnOn(holder.session())).isEqualTo(new TurnOn.NothingToShow());

    assertThat(holder.account().secondFactor()).isFalse();
    assertThat(activeCodes()).isZero();
  }

  @EachDatabase
  void T2_D1_turnedOnTwiceAtOnce_makesOneCode(Databases database) throws Exception {
    on(database);
    is(AccountFixture.withPhoneAndEmail(beans));
    Session session = holder.session();

    List<TurnOn> results = Race.run(4, () -> secondFactor.turnOn(session));

    assertThat(results.stream().filter(TurnOn.Done.class::isInstance)).hasSize(1);
    assertThat(activeCodes()).isEqualTo(1);
  }

  @EachDatabase
  void C4_turningOff_isTold_onceOnly(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));

    assertThat(secondFactor.turnOff(holder.session())).isTrue();
    assertThat(secondFactor.turnOff(holder.session())).isFalse();

    assertThat(holder.account().secondFactor()).isFalse();
    assertThat(holder.told()).containsExactly(SECOND_FACTOR_OFF);
  }

  @EachDatabase
  void C4_anAppIsSetUp_turnsTheSecondFactorOn_withABackupCode(Databases database) {
    on(database);
    is(AccountFixture.withEmailOnly(beans));
    beans.get(AccountDirectory.class).leadToSetUp(holder.account().id(), true);

    AppEnrolment.Confirmation.Added added = (AppEnrolment.Confirmation.Added) setUpApp();

    assertThat(added.turnedOn()).isTrue();
    assertThat(added.backupCodes()).hasSize(1);
    assertThat(holder.account().secondFactor()).isTrue();
    assertThat(holder.account().mustSetUpFactor()).isFalse();
    assertThat(holder.told()).containsExactly(APP_ADDED, SECOND_FACTOR_ON);
  }

  @EachDatabase
  void C4_aNewPhone_replacesTheApp_andNothingElseChanges(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    beans.get(AuthenticatorApp.class).enrol(holder.account().id());

    assertThat(setUpApp()).isEqualTo(new AppEnrolment.Confirmation.Added(false, List.of()));

    assertThat(holder.told()).containsExactly(APP_ADDED);
    assertThat(holder.signedInElsewhere()).isTrue();
  }

  @EachDatabase
  void R12_aWrongFirstCode_changesNothing(Databases database) {
    on(database);
    is(AccountFixture.withEmailOnly(beans));
    enrolment.begin(holder.session());

    assertThat(enrolment.confirm(holder.session(), "x"))
        .isEqualTo(new AppEnrolment.Confirmation.Refused(CheckOutcome.WRONG));

    assertThat(holder.account().secondFactor()).isFalse();
    assertThat(enrolment.waiting(holder.account())).isPresent();
    assertThat(holder.told()).isEmpty();
  }

  @EachDatabase
  void T2_theFirstCodeSentEightTimesAtOnce_addsOneApp(Databases database) throws Exception {
    on(database);
    is(AccountFixture.withEmailOnly(beans));
    enrolment.begin(holder.session());
    String code = firstCode();
    Session session = holder.session();

    List<AppEnrolment.Confirmation> results = Race.run(8, () -> enrolment.confirm(session, code));

    assertThat(results.stream().filter(AppEnrolment.Confirmation.Added.class::isInstance))
        .hasSize(1);
    assertThat(holder.told()).containsExactly(APP_ADDED, SECOND_FACTOR_ON);
    assertThat(beans.get(AuthenticatorApp.class).enrolled(holder.account().id())).isTrue();
  }

  @EachDatabase
  void C3_theOnlyFactorIsRemoved_soTheSecondFactorTurnsOff(Databases database) {
    on(database);
    is(AccountFixture.withEmailOnly(beans));
    setUpApp();

    assertThat(enrolment.remove(holder.session()))
        .isEqualTo(AppEnrolment.Removed.SECOND_FACTOR_OFF);

    assertThat(holder.told())
        .containsExactly(APP_ADDED, SECOND_FACTOR_ON, APP_REMOVED, SECOND_FACTOR_OFF);
    assertThat(enrolment.remove(holder.session())).isEqualTo(AppEnrolment.Removed.NO_APP);
  }

  @EachDatabase
  void C4_theAppIsRemoved_aPhoneIsLeft_soTheSecondFactorStaysOn(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    beans.get(AuthenticatorApp.class).enrol(holder.account().id());

    assertThat(enrolment.remove(holder.session())).isEqualTo(AppEnrolment.Removed.REMOVED);

    assertThat(holder.account().secondFactor()).isTrue();
  }

  @EachDatabase
  void R4_D2_newBackupCodes_areTold_andNeverMoreThanFive(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    MoreBackupCodes codes = beans.get(MoreBackupCodes.class);

    assertThat(codes.make(holder.session(), 1)).hasSize(1);
    assertThat(codes.make(holder.session(), 5)).hasSize(4);
    assertThat(codes.make(holder.session(), 1)).isEmpty();

    assertThat(holder.told()).containsExactly(BACKUP_CODES_MADE, BACKUP_CODES_MADE);
  }

  @EachDatabase
  void R5_theAddressForTheApp_namesServiceAccountAndSecret(Databases database) {
    on(database);
    is(AccountFixture.withEmailOnly(beans));
    enrolment.begin(holder.session());

    AppSecret secret = enrolment.waiting(holder.account()).orElseThrow();

    assertThat(secret.uri())
        .isEqualTo(
            "otpauth://totp/Latchkey:%s?secret=%s&issuer=Latchkey&algorithm=SHA1&digits=6&period=30"
                .formatted(holder.account().userName(), secret.secret()));
    assertThat(secret.typed()).matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}");
    assertThat(secret.toString()).doesNotContain(secret.secret());
  }

  @EachDatabase
  void A13_aStrangersAppTakenBack_isGone_andSoAreItsFactorAndCodes(Databases database) {
    on(database);
    is(AccountFixture.withEmailOnly(beans));
    setUpApp();

    beans.toldTo(holder.account().id()).forEach(change -> takeBack(change.changeId()));

    assertThat(beans.get(AuthenticatorApp.class).enrolled(holder.account().id())).isFalse();
    assertThat(holder.account().secondFactor()).isFalse();
    assertThat(activeCodes()).isZero();
  }

  @EachDatabase
  void A13_eachNoticeOfAStrangersApp_takesAllOfItBack(Databases database) {
    on(database);
    for (AccountChange told : List.of(APP_ADDED, SECOND_FACTOR_ON)) {
      is(AccountFixture.withEmailOnly(beans));
      setUpApp();

      takeBack(toldOf(told));

      assertThat(beans.get(AuthenticatorApp.class).enrolled(holder.account().id())).isFalse();
      assertThat(holder.account().secondFactor()).isFalse();
      assertThat(activeCodes()).isZero();
    }
  }

  @EachDatabase
  void A13_eachNoticeOfTheLastPhoneRemoved_takesAllOfItBack(Databases database) {
    on(database);
    for (AccountChange told : List.of(ADDRESS_REMOVED, SECOND_FACTOR_OFF)) {
      is(AccountFixture.withSecondFactor(beans));
      Address phone = holder.account().reachableBy(AddressKind.PHONE, null).orElseThrow();
      beans.get(Addresses.class).remove(holder.session(), phone.id());
      assertThat(holder.account().secondFactor()).isFalse();

      takeBack(toldOf(told));

      assertThat(holder.account().reachableBy(AddressKind.PHONE, null)).isPresent();
      assertThat(holder.account().secondFactor()).isTrue();
    }
  }

  @EachDatabase
  void A13_changesOfAnotherPress_stay(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    beans.get(AuthenticatorApp.class).enrol(holder.account().id());
    enrolment.remove(holder.session());
    secondFactor.turnOff(holder.session());

    takeBack(toldOf(APP_REMOVED));

    assertThat(holder.account().secondFactor()).isFalse();
  }

  private String toldOf(AccountChange change) {
    return beans.toldTo(holder.account().id()).stream()
        .filter(told -> told.change() == change)
        .findFirst()
        .orElseThrow()
        .changeId();
  }

  @EachDatabase
  void A13_theSecondFactorTurnedOffByAStranger_isOnAgain(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    secondFactor.turnOff(holder.session());

    takeBack(holder.lastTold().changeId());

    assertThat(holder.account().secondFactor()).isTrue();
  }

  @EachDatabase
  void A13_R4_codesMadeByAStranger_noLongerCount_earlierOnesDo(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    beans.get(BackupCodes.class).generate(holder.account().id(), 2);
    beans.clock().advance(Duration.ofMinutes(1));
    beans.get(MoreBackupCodes.class).make(holder.session(), 5);

    takeBack(holder.lastTold().changeId());

    assertThat(activeCodes()).isEqualTo(2);
  }

  @EachDatabase
  void A13_R4_whileTheTimeRuns_codesMadeByAStrangerNoLongerCount(Databases database) {
    on(database);
    is(AccountFixture.withSecondFactor(beans));
    beans.clock().moveAtEachLook(Duration.ofMillis(1));
    try {
      beans.get(MoreBackupCodes.class).make(holder.session(), 5);

      takeBack(holder.lastTold().changeId());

      assertThat(activeCodes()).isZero();
    } finally {
      beans.clock().moveAtEachLook(Duration.ZERO);
    }
  }

  private void is(Account account) {
    holder = new Holder(beans, account);
  }

  private AppEnrolment.Confirmation setUpApp() {
    enrolment.begin(holder.session());
    return enrolment.confirm(holder.session(), firstCode());
  }

  private String firstCode() {
    String secret = enrolment.waiting(holder.account()).orElseThrow().secret();
    return new App(secret).codeAt(beans.clock().instant());
  }

  private int activeCodes() {
    return beans.get(MoreBackupCodes.class).active(holder.account().id());
  }

  private void takeBack(String changeId) {
    ChangeTakenBack taken = new ChangeTakenBack(changeId, holder.account().id());
    beans.transaction().executeWithoutResult(status -> beans.publish(taken));
  }
}
