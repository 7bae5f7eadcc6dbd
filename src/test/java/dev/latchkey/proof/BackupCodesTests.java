package dev.latchkey.proof;

import static dev.latchkey.proof.CheckOutcome.ACCEPTED;
import static dev.latchkey.proof.CheckOutcome.EXHAUSTED;
import static dev.latchkey.proof.CheckOutcome.INACTIVE;
import static dev.latchkey.proof.CheckOutcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.testing.AccountFixture;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

class BackupCodesTests {
  private StorageBeans beans;
  private BackupCodes codes;
  private String account;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    codes = beans.get(BackupCodes.class);
    account = AccountFixture.withSecondFactor(beans).id();
  }

  @EachDatabase
  void D1_oneCodeIsGenerated_andWorks(Databases database) {
    on(database);

    List<String> shown = codes.generate(account, 1);

    assertThat(shown).hasSize(1);
    assertThat(codes.active(account)).isEqualTo(1);
    assertThat(enter(shown.get(0))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void D2_upToFiveAreActive_oneByOneOrAsASet(Databases database) {
    on(database);
    codes.generate(account, 1);

    assertThat(codes.generate(account, 2)).hasSize(2);
    assertThat(codes.generate(account, 5)).hasSize(2);
    assertThat(codes.generate(account, 1)).isEmpty();
    assertThat(codes.active(account)).isEqualTo(5);
    assertThatIllegalArgumentException().isThrownBy(() -> codes.generate(account, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> codes.generate(account, 0));
  }

  @EachDatabase
  void D2_parallelGeneration_neverMakesMoreThanFive(Databases database) throws Exception {
    on(database);

    Race.run(4, () -> generated(5));

    assertThat(codes.active(account)).isEqualTo(5);
  }

  @EachDatabase
  void D3_usedInOrder_eachWorksOnce(Databases database) {
    on(database);
    List<String> shown = codes.generate(account, 3);

    assertThat(shown.stream().map(this::enter)).containsOnly(ACCEPTED);
    assertThat(shown.stream().map(this::enter)).containsOnly(INACTIVE);
  }

  @EachDatabase
  void D4_usedOutOfOrder_itWorks_andAllEarlierOnesBecomeInactive(Databases database) {
    on(database);
    List<String> shown = codes.generate(account, 4);

    assertThat(enter(shown.get(2))).isEqualTo(ACCEPTED);

    assertThat(codes.active(account)).isEqualTo(1);
    assertThat(enter(shown.get(0))).isEqualTo(INACTIVE);
    assertThat(enter(shown.get(1))).isEqualTo(INACTIVE);
    assertThat(enter(shown.get(3))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void D4_differentCodesAtOnce_doNotBlockEachOther(Databases database) throws Exception {
    on(database);
    List<String> shown = codes.generate(account, 5);

    List<CheckOutcome> outcomes =
        Race.run(shown.stream().<Callable<CheckOutcome>>map(code -> () -> enter(code)).toList());

    assertThat(outcomes.get(4)).isEqualTo(ACCEPTED);
    assertThat(outcomes).isSubsetOf(ACCEPTED, INACTIVE, EXHAUSTED);
    assertThat(codes.active(account)).isZero();
  }

  @EachDatabase
  void D5_aUsedCodeIsInactive_andSoAreAllBeforeIt(Databases database) {
    on(database);
    List<String> shown = codes.generate(account, 2);
    assertThat(enter(shown.get(1))).isEqualTo(ACCEPTED);
    List<String> more = codes.generate(account, 2);

    assertThat(enter(shown.get(1))).isEqualTo(INACTIVE);

    assertThat(codes.active(account)).isEqualTo(2);
    assertThat(enter(more.get(0))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void D5_anInactiveCodeMakesActiveOnesBeforeItInactive(Databases database) {
    on(database);
    List<String> shown = codes.generate(account, 3);
    markUsed(3);

    assertThat(enter(shown.get(2))).isEqualTo(INACTIVE);

    assertThat(codes.active(account)).isZero();
  }

  @EachDatabase
  void D5_anUnknownString_invalidatesNothing_butCountsAsATry(Databases database) {
    on(database);
    List<String> shown = codes.generate(account, 5);
    Stream<String> unknown =
        Stream.of("", "5", "hello", "9-0000-0000-0000-0000", "5-0000-0000-0000-0000");

    assertThat(unknown.map(this::enter)).containsExactly(WRONG, WRONG, WRONG, WRONG, EXHAUSTED);

    assertThat(codes.active(account)).isEqualTo(5);
    assertThat(enter(shown.get(0))).isEqualTo(EXHAUSTED);
    beans.clock().advance(Duration.ofHours(1));
    assertThat(enter(shown.get(0))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void D6_afterTheLastCode_noneIsActive_andANewOneCanBeMade(Databases database) {
    on(database);
    String last = codes.generate(account, 1).get(0);
    assertThat(enter(last)).isEqualTo(ACCEPTED);
    assertThat(codes.active(account)).isZero();

    String next = codes.generate(account, 1).get(0);

    assertThat(next).startsWith("2-");
    assertThat(enter(next)).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void D7_withoutCodes_everyEntryIsWrong_untilTheWayIsExhausted(Databases database) {
    on(database);

    List<CheckOutcome> outcomes =
        IntStream.range(0, 6).mapToObj(i -> enter("1-0000-0000-0000-0000")).toList();

    assertThat(outcomes).containsExactly(WRONG, WRONG, WRONG, WRONG, EXHAUSTED, EXHAUSTED);
  }

  @EachDatabase
  void R4_aCodeHas80RandomBits_andIsStoredAsASaltedArgon2idHash(Databases database) {
    on(database);
    List<String> shown = codes.generate(account, 2);

    List<String> stored =
        beans
            .jdbc()
            .sql("select code_hash from backup_code where account_id = :id")
            .param("id", account)
            .query(String.class)
            .list();

    assertThat(shown).allMatch(code -> code.matches("[12](-[0-9A-HJKMNP-TV-Z]{4}){4}"));
    assertThat(stored).hasSize(2).allMatch(hash -> hash.startsWith("$argon2id$"));
    assertThat(stored.toString()).doesNotContain(shown.get(0).substring(2));
  }

  @EachDatabase
  void R4_aCodeIsReadHoweverItIsWritten(Databases database) {
    on(database);
    List<String> shown = codes.generate(account, 3);

    assertThat(enter(shown.get(0).toLowerCase(Locale.ROOT).replace('0', 'o').replace('1', 'l')))
        .isEqualTo(ACCEPTED);
    assertThat(enter("  " + shown.get(1).replace("-", " ") + " ")).isEqualTo(ACCEPTED);
    assertThat(enter(shown.get(2).replace("-", "").replace('1', 'I'))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void R9_aCodeOpensOnlyItsOwnAccount_andOnlyAsABackupCode(Databases database) {
    on(database);
    String code = codes.generate(account, 1).get(0);
    String other = AccountFixture.withSecondFactor(beans).id();
    Attempts attempts = beans.get(Attempts.class);

    assertThat(check(other, attempts.take(other, Way.BACKUP_CODE), code)).isEqualTo(WRONG);
    assertThat(check(account, attempts.take(other, Way.BACKUP_CODE), code)).isEqualTo(WRONG);
    assertThat(check(account, attempts.take(account, Way.EMAIL), code)).isEqualTo(WRONG);
    assertThat(enter(code)).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void T1_aDecoyIsAlwaysWrong(Databases database) {
    on(database);
    String code = codes.generate(account, 1).get(0);
    Attempt attempt = beans.get(Attempts.class).take(UUID.randomUUID().toString(), Way.BACKUP_CODE);

    assertThat(check(null, attempt, code)).isEqualTo(WRONG);
  }

  @EachDatabase
  void T2_eightParallelRightCodes_exactlyOneWins(Databases database) throws Exception {
    on(database);
    String code = codes.generate(account, 1).get(0);

    List<CheckOutcome> outcomes = Race.run(8, () -> enter(code));

    assertThat(outcomes.stream().filter(ACCEPTED::equals)).hasSize(1);
  }

  @EachDatabase
  void P3_oneLeave_submittedTwiceAtOnce_usesTheCodeOnce(Databases database) throws Exception {
    on(database);
    String code = codes.generate(account, 1).get(0);
    Attempt attempt = beans.get(Attempts.class).take(account, Way.BACKUP_CODE);

    List<CheckOutcome> outcomes = Race.run(8, () -> check(account, attempt, code));

    assertThat(outcomes.stream().filter(ACCEPTED::equals)).hasSize(1);
    assertThat(outcomes.stream().filter(INACTIVE::equals)).hasSize(7);
  }

  @EachDatabase
  void T2_fiftyParallelWrongCodes_fiveAreLookedAt(Databases database) throws Exception {
    on(database);
    codes.generate(account, 1);

    List<CheckOutcome> outcomes = Race.run(50, () -> enter("1-0000-0000-0000-0000"));

    assertThat(outcomes.stream().filter(WRONG::equals)).hasSize(4);
    assertThat(outcomes.stream().filter(EXHAUSTED::equals)).hasSize(46);
  }

  private CheckOutcome enter(String code) {
    Attempts attempts = beans.get(Attempts.class);
    CheckOutcome outcome = check(account, attempts.take(account, Way.BACKUP_CODE), code);
    if (outcome == ACCEPTED) {
      attempts.succeeded(account, Way.BACKUP_CODE);
    }
    return outcome;
  }

  private CheckOutcome check(String accountId, Attempt attempt, String code) {
    return codes.check(accountId, new Submission(code, attempt, false));
  }

  /** The later of two parallel calls fails, as documented. */
  private int generated(int count) {
    try {
      return codes.generate(account, count).size();
    } catch (DataAccessException tooLate) {
      return 0;
    }
  }

  private void markUsed(int ordinal) {
    beans
        .jdbc()
        .sql(
            """
            update backup_code set state = 'USED'
            where account_id = :account and ordinal = :ordinal
            """)
        .param("account", account)
        .param("ordinal", ordinal)
        .update();
  }
}
