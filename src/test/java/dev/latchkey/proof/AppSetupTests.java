package dev.latchkey.proof;

import static dev.latchkey.proof.CheckOutcome.ACCEPTED;
import static dev.latchkey.proof.CheckOutcome.CLOCK_OFF;
import static dev.latchkey.proof.CheckOutcome.EXPIRED;
import static dev.latchkey.proof.CheckOutcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.App;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.List;

class AppSetupTests {
  private StorageBeans beans;
  private AppSetup setup;
  private AuthenticatorApp app;
  private String account;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    setup = beans.get(AppSetup.class);
    app = beans.get(AuthenticatorApp.class);
    account = AccountFixture.withSecondFactor(beans).id();
  }

  @EachDatabase
  void C4_theOldAppWorksOn_untilTheFirstCodeOfTheNewOne(Databases database) {
    on(database);
    String old = app.enrol(account);
    String fresh = begin();

    assertThat(enter(code(old, 0))).isEqualTo(ACCEPTED);
    assertThat(enter(code(fresh, 0))).isEqualTo(WRONG);

    assertThat(confirm(code(fresh, 0))).isEqualTo(ACCEPTED);
    assertThat(enter(code(old, 1))).isEqualTo(WRONG);
    assertThat(enter(code(fresh, 1))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void R5_theCodeThatConfirmedTheApp_doesNotSignIn(Databases database) {
    on(database);
    String fresh = begin();
    assertThat(confirm(code(fresh, 0))).isEqualTo(ACCEPTED);

    assertThat(enter(code(fresh, 0))).isEqualTo(WRONG);
  }

  @EachDatabase
  void R5_theSecretThatWaits_isEncrypted_andGoneWhenItIsReplaced(Databases database) {
    on(database);
    String first = begin();
    String second = begin();

    assertThat(second).hasSize(32).isNotEqualTo(first);
    assertThat(setup.secret(account)).contains(second);
    assertThat(storedSecrets()).hasSize(1).doesNotContain(first, second);
    assertThat(confirm(code(first, 0))).isEqualTo(WRONG);
  }

  @EachDatabase
  void B6_aClockThatIsOff_isSaid_andNothingChanges(Databases database) {
    on(database);
    String fresh = begin();

    assertThat(confirm(code(fresh, -6))).isEqualTo(CLOCK_OFF);
    assertThat(confirm("000000x")).isEqualTo(WRONG);

    assertThat(app.enrolled(account)).isFalse();
    assertThat(confirm(code(fresh, 0))).isEqualTo(ACCEPTED);
    assertThat(app.enrolled(account)).isTrue();
  }

  @EachDatabase
  void R5_anHourLater_theSecretNoLongerWaits(Databases database) {
    on(database);
    String fresh = begin();
    beans.clock().advance(Duration.ofHours(1));

    assertThat(setup.secret(account)).isEmpty();
    assertThat(confirm(code(fresh, 0))).isEqualTo(EXPIRED);
  }

  @EachDatabase
  void R6_aNewApp_mayBeTriedAfterTheOldOneWasTriedTooOften(Databases database) {
    on(database);
    app.enrol(account);
    for (int i = 0; i < 6; i++) {
      enter("000000x");
    }
    String fresh = begin();
    assertThat(confirm(code(fresh, 0))).isEqualTo(ACCEPTED);

    assertThat(enter(code(fresh, 1))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void removing_endsTheApp_andTheOneThatWaits(Databases database) {
    on(database);
    String old = app.enrol(account);
    begin();

    assertThat(remove()).isTrue();

    assertThat(enter(code(old, 0))).isEqualTo(WRONG);
    assertThat(setup.secret(account)).isEmpty();
    assertThat(storedSecrets()).isEmpty();
    assertThat(remove()).isFalse();
  }

  @EachDatabase
  void T2_eightParallelFirstCodes_exactlyOneWins_andTheAppWorks(Databases database)
      throws Exception {
    on(database);
    app.enrol(account);
    String fresh = begin();

    List<CheckOutcome> outcomes = Race.run(8, () -> confirm(code(fresh, 0)));

    assertThat(outcomes.stream().filter(ACCEPTED::equals)).hasSize(1);
    assertThat(enter(code(fresh, 1))).isEqualTo(ACCEPTED);
  }

  private String begin() {
    beans.transaction().executeWithoutResult(status -> setup.begin(account));
    return setup.secret(account).orElseThrow();
  }

  private CheckOutcome confirm(String code) {
    return beans.transaction().execute(status -> setup.confirm(account, code));
  }

  private boolean remove() {
    return Boolean.TRUE.equals(beans.transaction().execute(status -> app.remove(account)));
  }

  private CheckOutcome enter(String code) {
    Attempts attempts = beans.get(Attempts.class);
    CheckOutcome outcome =
        app.check(
            account, new Submission(code, attempts.take(account, Way.AUTHENTICATOR_APP), false));
    if (outcome == ACCEPTED) {
      attempts.succeeded(account, Way.AUTHENTICATOR_APP);
    }
    return outcome;
  }

  private List<String> storedSecrets() {
    return beans
        .jdbc()
        .sql("select secret from factor where account_id = :id and secret is not null")
        .param("id", account)
        .query(String.class)
        .list();
  }

  private String code(String secret, int stepsAway) {
    return new App(secret)
        .codeAt(beans.clock().instant().plus(Duration.ofSeconds(30L * stepsAway)));
  }
}
