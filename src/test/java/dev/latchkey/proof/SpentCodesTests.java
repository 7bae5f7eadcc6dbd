package dev.latchkey.proof;

import static dev.latchkey.proof.CheckOutcome.ACCEPTED;
import static dev.latchkey.proof.CheckOutcome.EXPIRED;
import static dev.latchkey.proof.CheckOutcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import java.util.List;
import java.util.stream.IntStream;

/** Codes and links that were used, replaced or never meant to work. */
class SpentCodesTests extends CodesOfARecovery {

  @EachDatabase
  void A8_lookingAtALink_usesNothingUp(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);
    String link = codes.linkToken(issue);

    IntStream.range(0, 10).forEach(i -> assertThat(codes.linkUsable(link)).isTrue());

    assertThat(codes.byLinkToken(link)).contains(issue);
    assertThat(enter(recovery, Way.EMAIL, codes.code(issue))).isEqualTo(ACCEPTED);
    assertThat(codes.linkUsable(link)).isFalse();
    assertThat(follow(recovery, link)).isEqualTo(WRONG);
  }

  @EachDatabase
  void R7_aResendMakesANewCode_andTheOldOneFails(Databases database) {
    on(database);
    CodeIssue first = issue(recovery, Way.TEXT_MESSAGE);
    CodeIssue second = issue(recovery, Way.TEXT_MESSAGE);

    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(enter(recovery, Way.TEXT_MESSAGE, codes.code(first))).isEqualTo(EXPIRED);
    assertThat(enter(recovery, Way.TEXT_MESSAGE, codes.code(second))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void R7_anEmailCodeReplacesTheTextMessageCode(Databases database) {
    on(database);
    CodeIssue text = issue(recovery, Way.TEXT_MESSAGE);
    CodeIssue mail = issue(recovery, Way.EMAIL);

    assertThat(enter(recovery, Way.EMAIL, codes.code(text))).isEqualTo(EXPIRED);
    assertThat(enter(recovery, Way.TEXT_MESSAGE, codes.code(text))).isEqualTo(WRONG);
    assertThat(enter(recovery, Way.EMAIL, codes.code(mail))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void T5_aUsedCodeFails(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);
    assertThat(enter(recovery, Way.EMAIL, codes.code(issue))).isEqualTo(ACCEPTED);

    assertThat(enter(recovery, Way.EMAIL, codes.code(issue))).isEqualTo(WRONG);
    assertThat(follow(recovery, codes.linkToken(issue))).isEqualTo(WRONG);
  }

  @EachDatabase
  void T5_aCodeFailsAfterTheRecoveryStoppedWaitingForIt(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);

    codes.closeAll(recovery);

    assertThat(enter(recovery, Way.EMAIL, codes.code(issue))).isEqualTo(WRONG);
    assertThat(codes.linkUsable(codes.linkToken(issue))).isFalse();
  }

  @EachDatabase
  void T2_eightParallelRightCodes_exactlyOneWins(Databases database) throws Exception {
    on(database);
    String right = codes.code(issue(recovery, Way.EMAIL));

    List<CheckOutcome> outcomes = Race.run(8, () -> enter(recovery, Way.EMAIL, right));

    assertThat(count(outcomes, ACCEPTED)).isEqualTo(1);
  }

  @EachDatabase
  void P3_aCodeUsedInARolledBackTransaction_canBeUsed_butTheTryIsGone(Databases database) {
    on(database);
    String right = codes.code(issue(recovery, Way.EMAIL));
    Submission first = submission(Way.EMAIL, right, false);
    beans
        .transaction()
        .executeWithoutResult(
            status -> {
              assertThat(codes.check(recovery, CodeUse.PROOF, first)).isEqualTo(ACCEPTED);
              status.setRollbackOnly();
            });

    List<Boolean> granted =
        IntStream.range(0, 5)
            .mapToObj(i -> submission(Way.EMAIL, right, false).attempt().granted())
            .toList();

    assertThat(granted).containsExactly(true, true, true, true, false);
    assertThat(codes.check(recovery, CodeUse.PROOF, first)).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void T1_aDecoysCodeIsNeverAccepted_evenIfGuessed(Databases database) {
    on(database);
    CodeIssue decoy =
        codes.issue(recovery, Way.EMAIL, CodeUse.PROOF, "target", null, /* deliverable= */ false);

    assertThat(enter(recovery, Way.EMAIL, codes.code(decoy))).isEqualTo(WRONG);
    assertThat(codes.linkUsable(codes.linkToken(decoy))).isFalse();
    assertThat(follow(recovery, codes.linkToken(decoy))).isEqualTo(WRONG);
  }

  private static long count(List<CheckOutcome> outcomes, CheckOutcome wanted) {
    return outcomes.stream().filter(outcome -> outcome == wanted).count();
  }
}
