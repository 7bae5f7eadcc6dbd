package dev.latchkey.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class TemporaryPasswordsTests {
  private StorageBeans beans;
  private TemporaryPasswords passwords;
  private String account;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    passwords = beans.get(TemporaryPasswords.class);
    account = AccountFixture.withSecondFactor(beans).id();
  }

  @EachDatabase
  void R20_itIsRandom_andOnlyHashesAreStored(Databases database) {
    on(database);
    String one = make("mail");
    String other = make("mail");

    assertThat(one).matches("[a-hj-kmnp-z]{5}(-[a-hj-kmnp-z]{5}){3}").isNotEqualTo(other);
    List<String> stored =
        beans
            .jdbc()
            .sql("select password_hash from temporary_password where account_id = :id")
            .param("id", account)
            .query(String.class)
            .list();
    assertThat(stored).hasSize(2).allMatch(hash -> hash.startsWith("$argon2id$"));
  }

  @EachDatabase
  void R20_itWorksOnce_andNamesItsApp(Databases database) {
    on(database);
    String password = make("mail");

    assertThat(passwords.use(account, password)).contains("mail");

    assertThat(passwords.use(account, password)).isEmpty();
    assertThat(passwords.active(account)).isEmpty();
  }

  @EachDatabase
  void R20_itIsReadHoweverItIsWritten(Databases database) {
    on(database);
    String password = make("mail");

    assertThat(passwords.use(account, " " + password.toUpperCase(Locale.ROOT).replace("-", " ")))
        .contains("mail");
  }

  @EachDatabase
  void R20_itWorksForAnHour(Databases database) {
    on(database);
    String inTime = make("mail");
    String late = make("calendar");
    beans.clock().advance(Duration.ofHours(1).minusSeconds(1));
    assertThat(passwords.use(account, inTime)).contains("mail");

    beans.clock().advance(Duration.ofSeconds(1));

    assertThat(passwords.use(account, late)).isEmpty();
    assertThat(passwords.active(account)).isEmpty();
  }

  @EachDatabase
  void D8_noMoreThanFiveAreUnused(Databases database) {
    on(database);
    for (int i = 0; i < 5; i++) {
      make("mail");
    }

    assertThat(passwords.make(account, "mail")).isEmpty();

    passwords.revoke(account, passwords.active(account).get(0).id());
    assertThat(passwords.make(account, "mail")).isPresent();
  }

  @EachDatabase
  void D8_itsHolderCanEndIt_nobodyElse(Databases database) {
    on(database);
    String password = make("mail");
    String id = passwords.active(account).get(0).id();
    String other = AccountFixture.withSecondFactor(beans).id();

    assertThat(passwords.revoke(other, id)).isFalse();
    assertThat(passwords.use(other, password)).isEmpty();
    assertThat(passwords.revoke(account, id)).isTrue();
    assertThat(passwords.use(account, password)).isEmpty();
  }

  @EachDatabase
  void R17_allAreEndedTogether(Databases database) {
    on(database);
    String password = make("mail");

    passwords.endAll(account);

    assertThat(passwords.use(account, password)).isEmpty();
  }

  @EachDatabase
  void D8_noneLooksLikeABackupCode(Databases database) {
    on(database);

    assertThat(BackupCodes.shapedLikeOne(make("mail"))).isFalse();
    assertThat(BackupCodes.shapedLikeOne("3-abcd-efgh-jkmn-pqrs")).isTrue();
  }

  @EachDatabase
  void T1_forNoAccount_nothingIsRight(Databases database) {
    on(database);

    assertThat(passwords.use(null, make("mail"))).isEmpty();
  }

  @EachDatabase
  void T2_eightParallelUses_exactlyOneWins(Databases database) throws Exception {
    on(database);
    String password = make("mail");

    List<Optional<String>> uses = Race.run(8, () -> passwords.use(account, password));

    assertThat(uses.stream().filter(Optional::isPresent)).hasSize(1);
  }

  private String make(String app) {
    return passwords.make(account, app).orElseThrow();
  }
}
