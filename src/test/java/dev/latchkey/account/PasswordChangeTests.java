package dev.latchkey.account;

import static dev.latchkey.testing.AccountFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.PasswordChange.Result;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.PasswordRule;
import dev.latchkey.proof.TemporaryPasswords;
import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;

class PasswordChangeTests {
  private static final String NEW = "eleven brisk otters swim";
  private StorageBeans beans;
  private PasswordChange passwords;
  private Holder holder;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    passwords = beans.get(PasswordChange.class);
    holder = new Holder(beans, AccountFixture.withPhoneAndEmail(beans));
  }

  @EachDatabase
  void T5_afterTheChange_onlyTheNewPasswordSignsIn(Databases database) {
    on(database);

    assertThat(change(PASSWORD, NEW, NEW)).isEqualTo(new Result.Changed());

    assertThat(signIn(PASSWORD)).isEqualTo(new SignInResult.Refused());
    assertThat(signIn(NEW)).isInstanceOf(SignInResult.SignedIn.class);
  }

  @EachDatabase
  void R17_theChange_endsAllOtherSessions_andTemporaryPasswords(Databases database) {
    on(database);

    String accountId = holder.account().id();
    beans.get(TemporaryPasswords.class).make(accountId, "an app");
    change(PASSWORD, NEW, NEW);

    assertThat(beans.get(TemporaryPasswords.class).active(accountId)).isEmpty();
    assertThat(holder.signedInHere()).isTrue();
    assertThat(holder.signedInElsewhere()).isFalse();
  }

  @EachDatabase
  void R13_theChange_isTold_andARefusedOneIsNot(Databases database) {
    on(database);
    change("wrong", NEW, NEW);
    change(PASSWORD, "short", "short");
    assertThat(holder.told()).isEmpty();

    change(PASSWORD, NEW, NEW);

    assertThat(holder.told()).containsExactly(AccountChange.PASSWORD_CHANGED);
  }

  @EachDatabase
  void R21_aWeakPassword_isRefusedWithItsRule_andNothingChanges(Databases database) {
    on(database);

    assertThat(change(PASSWORD, "fourteen chars", "fourteen chars"))
        .isEqualTo(new Result.Weak(PasswordRule.TOO_SHORT, 15));
    assertThat(change(PASSWORD, NEW, NEW + "x"))
        .isEqualTo(new Result.Weak(PasswordRule.NOT_REPEATED, 0));

    assertThat(signIn(PASSWORD)).isInstanceOf(SignInResult.SignedIn.class);
    assertThat(holder.signedInElsewhere()).isTrue();
  }

  @EachDatabase
  void T3_aStrangerAtAnOpenBrowser_hasTenTriesAtThePresentPassword(Databases database) {
    on(database);
    for (int i = 0; i < 10; i++) {
      assertThat(change("wrong" + i, NEW, NEW)).isEqualTo(new Result.WrongPresent());
    }

    assertThat(change(PASSWORD, NEW, NEW)).isEqualTo(new Result.WrongPresent());

    beans.clock().advance(Duration.ofMinutes(15));
    assertThat(change(PASSWORD, NEW, NEW)).isEqualTo(new Result.Changed());
  }

  private Result change(String present, String password, String repeated) {
    return passwords.change(holder.session(), present, password, repeated, "");
  }

  private SignInResult signIn(String password) {
    return beans.get(SignIn.class).signIn(holder.account().userName(), password, null);
  }
}
