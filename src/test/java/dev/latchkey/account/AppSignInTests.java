package dev.latchkey.account;

import static dev.latchkey.testing.AccountFixture.PASSWORD;
import static dev.latchkey.testing.AccountFixture.SHORT_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.CredentialsReset;
import dev.latchkey.directory.jdbc.AccountRegister;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.HeardChanges;
import dev.latchkey.testing.StorageBeans;
import java.util.UUID;

class AppSignInTests {
  private static final AppSignInResult REFUSED = new AppSignInResult.Refused();
  private StorageBeans beans;
  private Account account;

  /** An account with a second factor. */
  private void on(Databases database) {
    beans = StorageBeans.on(database);
    account = AccountFixture.withSecondFactor(beans);
  }

  @EachDatabase
  void D8_aTemporaryPassword_signsAnAppIn_once_underItsName(Databases database) {
    on(database);
    String password = make();

    AppSignInResult.SignedIn result = (AppSignInResult.SignedIn) signIn(password);

    Session session = beans.get(Sessions.class).find(result.token()).orElseThrow();
    assertThat(session.kind()).isEqualTo(SessionKind.APP);
    assertThat(session.device()).isEqualTo("mail on the laptop");
    assertThat(signIn(password)).isEqualTo(REFUSED);
  }

  @EachDatabase
  void D8_theMainPasswordOfATwoFactorAccount_isRefusedWithItsReason(Databases database) {
    on(database);

    assertThat(signIn(PASSWORD)).isEqualTo(new AppSignInResult.SecondFactorNeeded());

    assertThat(beans.get(Sessions.class).list(account.id())).isEmpty();
  }

  @EachDatabase
  void D8_withoutSecondFactor_theMainPasswordIsEnough(Databases database) {
    on(database);
    account = AccountFixture.withPhoneAndEmail(beans);

    assertThat(signIn(PASSWORD)).isInstanceOf(AppSignInResult.SignedIn.class);
  }

  @EachDatabase
  void R21_anEightCharacterPassword_isNotEnough_onceTheSecondFactorIsGone(Databases database) {
    on(database);
    account = AccountFixture.withShortPassword(beans);
    beans.get(AccountDirectory.class).setSecondFactor(account.id(), false);

    assertThat(signIn(SHORT_PASSWORD)).isEqualTo(new AppSignInResult.PasswordTooShort());

    assertThat(beans.get(Sessions.class).list(account.id())).isEmpty();
  }

  @EachDatabase
  void D8_aBackupCode_isRefused_andStaysUsable(Databases database) {
    on(database);
    BackupCodes codes = beans.get(BackupCodes.class);
    String code = codes.generate(account.id(), 1).get(0);

    assertThat(signIn(code)).isEqualTo(new AppSignInResult.BackupCodeRefused());

    assertThat(codes.active(account.id())).isOne();
  }

  @EachDatabase
  void R15_whatLooksLikeABackupCode_isRefusedAlikeForUnknownNames(Databases database) {
    on(database);
    AppSignIn signIn = beans.get(AppSignIn.class);
    String nobody = "nobody" + UUID.randomUUID();

    assertThat(signIn.signIn(nobody, "1-AAAA-BBBB-CCCC-DDDD", "mail", ""))
        .isEqualTo(signIn("1-AAAA-BBBB-CCCC-DDDD"))
        .isEqualTo(new AppSignInResult.BackupCodeRefused());
    assertThat(signIn.signIn(nobody, PASSWORD, "mail", "")).isEqualTo(REFUSED);
  }

  @EachDatabase
  void T3_guessingIsSlowedDown_togetherWithTheSignInPage(Databases database) {
    on(database);
    String password = make();
    for (int i = 0; i < 5; i++) {
      signIn("wrong");
      beans.get(SignIn.class).signIn(account.userName(), "wrong", null);
    }

    assertThat(signIn(password)).isEqualTo(REFUSED);
  }

  @EachDatabase
  void R17_aPasswordReset_endsTemporaryPasswords(Databases database) {
    on(database);
    String password = make();

    beans.publish(new CredentialsReset(account.id()));

    assertThat(signIn(password)).isEqualTo(REFUSED);
  }

  @EachDatabase
  void T5_aDisabledAccount_isRefused(Databases database) {
    on(database);
    String password = make();
    beans.get(AccountRegister.class).changeStatus(account.id(), AccountStatus.DISABLED);

    assertThat(signIn(password)).isEqualTo(REFUSED);
  }

  @EachDatabase
  void R13_makingOneIsTold(Databases database) {
    on(database);
    make();

    assertThat(beans.get(HeardChanges.class).of(account.id()))
        .containsExactly(AccountChange.TEMPORARY_PASSWORD_MADE);
  }

  private String make() {
    return beans.get(AppPasswords.class).make(account.id(), "mail on the laptop").orElseThrow();
  }

  private AppSignInResult signIn(String password) {
    return beans.get(AppSignIn.class).signIn(account.userName(), password, "mail", "");
  }
}
