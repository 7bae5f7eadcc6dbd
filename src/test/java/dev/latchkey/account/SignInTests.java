package dev.latchkey.account;

import static dev.latchkey.testing.AccountFixture.PASSWORD;
import static dev.latchkey.testing.AccountFixture.SHORT_PASSWORD;
import static dev.latchkey.testing.AccountFixture.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.directory.CredentialsReset;
import dev.latchkey.directory.PasswordHash;
import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.Way;
import dev.latchkey.secret.SlowHash;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

class SignInTests {
  private static final SignInResult REFUSED = new SignInResult.Refused();
  private StorageBeans beans;
  private SignIn signIn;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    signIn = beans.get(SignIn.class);
  }

  @EachDatabase
  void A1_everyIdentifierSignsIn_andStartsASession(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);

    for (String typed :
        List.of(
            account.userName(),
            address(account, AddressKind.EMAIL).toUpperCase(Locale.ROOT),
            address(account, AddressKind.PHONE))) {
      SignInResult.SignedIn result =
          (SignInResult.SignedIn) signIn.signIn(typed, PASSWORD, "a browser");
      assertThat(result.account()).isEqualTo(account);
      assertThat(beans.get(Sessions.class).find(result.token())).isPresent();
    }
  }

  @EachDatabase
  void R15_wrongUnknownDisabledAndUnreadable_areRefusedAlike(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    Account disabled = AccountFixture.disabled(beans);

    assertThat(signIn.signIn(account.userName(), "wrong", null)).isEqualTo(REFUSED);
    assertThat(signIn.signIn("nobody" + UUID.randomUUID(), PASSWORD, null)).isEqualTo(REFUSED);
    assertThat(signIn.signIn(disabled.userName(), PASSWORD, null)).isEqualTo(REFUSED);
    assertThat(signIn.signIn("<script>", PASSWORD, null)).isEqualTo(REFUSED);
    assertThat(signIn.signIn(null, null, null)).isEqualTo(REFUSED);
  }

  @EachDatabase
  void R16_withASecondFactor_thePasswordAloneStartsNoSession(Databases database) {
    on(database);
    Account account = AccountFixture.withSecondFactor(beans);

    assertThat(signIn.signIn(account.userName(), PASSWORD, null))
        .isEqualTo(new SignInResult.SecondFactorNeeded(account));

    assertThat(beans.get(Sessions.class).endAll(account.id())).isZero();
  }

  @EachDatabase
  void R21_aShortPassword_isFoundOutAtSignIn_onceTheSecondFactorIsGone(Databases database) {
    on(database);
    Account account = AccountFixture.withShortPassword(beans);
    AccountDirectory directory = beans.get(AccountDirectory.class);

    directory.setSecondFactor(account.id(), false);

    assertThat(signedIn(account, SHORT_PASSWORD).needsLongerPassword()).isTrue();
    directory.setSecondFactor(account.id(), true);
    assertThat(directory.findById(account.id()).orElseThrow().needsLongerPassword()).isFalse();
  }

  @EachDatabase
  void R21_aLongPassword_mayStandAlone(Databases database) {
    on(database);
    Account account = AccountFixture.withSecondFactor(beans);

    beans.get(AccountDirectory.class).setSecondFactor(account.id(), false);

    assertThat(signedIn(account, PASSWORD).needsLongerPassword()).isFalse();
  }

  @EachDatabase
  void R21_withAnotherPassword_theShortOneIsForgotten(Databases database) {
    on(database);
    Account account = AccountFixture.withShortPassword(beans);
    AccountDirectory directory = beans.get(AccountDirectory.class);
    directory.setSecondFactor(account.id(), false);
    signedIn(account, SHORT_PASSWORD);

    PasswordHash hash = new PasswordHash(beans.get(SlowHash.class).of(PASSWORD), true);
    directory.resetPassword(account.id(), hash);

    assertThat(directory.findById(account.id()).orElseThrow().needsLongerPassword()).isFalse();
    assertThat(signedIn(account, PASSWORD).needsLongerPassword()).isFalse();
  }

  private Account signedIn(Account account, String password) {
    return ((SignInResult.SignedIn) signIn.signIn(account.userName(), password, null)).account();
  }

  @EachDatabase
  void R18_wrongPasswordsSlowTheSignInDown_butNeverRecovery(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    for (int i = 0; i < 10; i++) {
      signIn.signIn(account.userName(), "wrong", null);
    }
    assertThat(signIn.signIn(account.userName(), PASSWORD, null)).isEqualTo(REFUSED);

    for (Way way : Way.values()) {
      assertThat(beans.get(Attempts.class).blocked(account.id(), way)).isFalse();
    }
    beans.clock().advance(Duration.ofMinutes(15));
    assertThat(signIn.signIn(account.userName(), PASSWORD, null))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @EachDatabase
  void R18_wrongCodesInRecovery_neverLockTheSignIn(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    for (Way way : Way.values()) {
      for (int i = 0; i < 10; i++) {
        beans.get(Attempts.class).take(account.id(), way);
      }
    }

    assertThat(signIn.signIn(account.userName(), PASSWORD, null))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @EachDatabase
  void T3_allIdentifiersOfAnAccountShareOneCount(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    for (int i = 0; i < 5; i++) {
      signIn.signIn(account.userName(), "wrong", null);
      signIn.signIn(address(account, AddressKind.EMAIL), "wrong", null);
    }

    assertThat(signIn.signIn(address(account, AddressKind.PHONE), PASSWORD, null))
        .isEqualTo(REFUSED);
  }

  @EachDatabase
  void T3_oneClientGuessingAtManyAccounts_isSlowedDown(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    String client = UUID.randomUUID().toString();
    for (int i = 0; i < 50; i++) {
      signIn.signIn("nobody" + UUID.randomUUID(), "wrong", null, client);
    }

    assertThat(signIn.signIn(account.userName(), PASSWORD, null, client)).isEqualTo(REFUSED);
    assertThat(signIn.signIn(account.userName(), PASSWORD, null, "another " + client))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @EachDatabase
  void T3_manyRightSignInsFromOneClient_areNoGuessing(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    String client = UUID.randomUUID().toString();

    for (int i = 0; i < 55; i++) {
      assertThat(signIn.signIn(account.userName(), PASSWORD, null, client))
          .isInstanceOf(SignInResult.SignedIn.class);
    }
  }

  @EachDatabase
  void A2_afterAPasswordReset_wrongTriesAtTheOldOneNoLongerCount(Databases database) {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);
    for (int i = 0; i < 10; i++) {
      signIn.signIn(account.userName(), "wrong", null);
    }

    beans.publish(new CredentialsReset(account.id()));

    assertThat(signIn.signIn(account.userName(), PASSWORD, null))
        .isInstanceOf(SignInResult.SignedIn.class);
  }

  @EachDatabase
  void T2_parallelGuesses_areAllCounted(Databases database) throws Exception {
    on(database);
    Account account = AccountFixture.withPhoneAndEmail(beans);

    Race.run(20, () -> signIn.signIn(account.userName(), "wrong", null));

    assertThat(signIn.signIn(account.userName(), PASSWORD, null)).isEqualTo(REFUSED);
  }
}
