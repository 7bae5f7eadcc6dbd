package dev.latchkey.proof;

import static dev.latchkey.proof.CheckOutcome.ACCEPTED;
import static dev.latchkey.proof.CheckOutcome.CLOCK_OFF;
import static dev.latchkey.proof.CheckOutcome.EXHAUSTED;
import static dev.latchkey.proof.CheckOutcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.App;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.util.encoders.Base32;

class AuthenticatorAppTests {
  private StorageBeans beans;
  private AuthenticatorApp app;
  private String account;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    app = beans.get(AuthenticatorApp.class);
    account = AccountFixture.withSecondFactor(beans).id();
  }

  @EachDatabase
  void R5_theStepBeforeAndAfterCount_noneFurtherAway(Databases database) {
    on(database);
    String secret = app.enrol(account);

    assertThat(enter(code(secret, -2))).isNotEqualTo(ACCEPTED);
    assertThat(enter(code(secret, 2))).isNotEqualTo(ACCEPTED);
    assertThat(enter(code(secret, -1))).isEqualTo(ACCEPTED);
    assertThat(enter(code(secret, 0))).isEqualTo(ACCEPTED);
    assertThat(enter(code(secret, 1))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void B6_aCodeWithinTenSteps_tellsThatTheClockIsOff_andIsNotAccepted(Databases database) {
    on(database);
    String secret = app.enrol(account);

    assertThat(enter(code(secret, -10))).isEqualTo(CLOCK_OFF);
    assertThat(enter(code(secret, 10))).isEqualTo(CLOCK_OFF);
    assertThat(enter(code(secret, -11))).isEqualTo(WRONG);
    assertThat(enter(code(secret, 11))).isEqualTo(WRONG);
    assertThat(enter(code(secret, 2))).isEqualTo(EXHAUSTED);
  }

  @EachDatabase
  void B6_aCodeUsedBefore_isWrong_notAHintAtTheClock(Databases database) {
    on(database);
    String secret = app.enrol(account);
    String used = code(secret, 0);
    assertThat(enter(used)).isEqualTo(ACCEPTED);
    beans.clock().advance(Duration.ofMinutes(2));

    assertThat(enter(used)).isEqualTo(WRONG);
  }

  @EachDatabase
  void R5_aCodeCountsOnce_andNoneBeforeItCountsAfterwards(Databases database) {
    on(database);
    String secret = app.enrol(account);
    assertThat(enter(code(secret, 0))).isEqualTo(ACCEPTED);

    assertThat(enter(code(secret, 0))).isEqualTo(WRONG);
    assertThat(enter(code(secret, -1))).isEqualTo(WRONG);
  }

  @EachDatabase
  void R5_theSecretHas160Bits_andIsEncryptedForItsRow(Databases database) {
    on(database);
    String secret = app.enrol(account);

    String stored =
        beans
            .jdbc()
            .sql("select secret from factor where account_id = :id")
            .param("id", account)
            .query(String.class)
            .single();

    byte[] bytes = Base32.decode(secret);
    assertThat(bytes).hasSize(20);
    byte[] raw = Base64.getDecoder().decode(stored);
    assertThat(HexFormat.of().formatHex(raw)).doesNotContain(HexFormat.of().formatHex(bytes));
    assertThatIllegalStateException()
        .isThrownBy(() -> beans.get(FactorSecrets.class).decrypt("another factor", stored));
  }

  @EachDatabase
  void R5_enrollingAgain_endsTheOldSecret(Databases database) {
    on(database);
    String old = app.enrol(account);
    String secret = app.enrol(account);

    assertThat(enter(code(old, 0))).isEqualTo(WRONG);
    assertThat(enter(code(secret, 0))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void T2_eightParallelRightCodes_exactlyOneWins(Databases database) throws Exception {
    on(database);
    String right = code(app.enrol(account), 0);
    Attempt attempt = beans.get(Attempts.class).take(account, Way.AUTHENTICATOR_APP);

    List<CheckOutcome> outcomes =
        Race.run(8, () -> app.check(account, new Submission(right, attempt, false)));

    assertThat(outcomes.stream().filter(ACCEPTED::equals)).hasSize(1);
  }

  @EachDatabase
  void R6_withoutAnApp_everyCodeIsWrong_untilTheWayIsExhausted(Databases database) {
    on(database);
    Attempts attempts = beans.get(Attempts.class);

    assertThat(enter("123456")).isEqualTo(WRONG);
    Attempt decoys = attempts.take("decoy " + account, Way.AUTHENTICATOR_APP);
    assertThat(app.check(null, new Submission("123456", decoys, false))).isEqualTo(WRONG);
    for (int i = 0; i < 3; i++) {
      assertThat(enter("123456")).isEqualTo(WRONG);
    }
    assertThat(enter("123456")).isEqualTo(EXHAUSTED);
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

  private String code(String secret, int stepsAway) {
    return new App(secret)
        .codeAt(beans.clock().instant().plus(Duration.ofSeconds(30L * stepsAway)));
  }
}
