package dev.latchkey.proof;

import static dev.latchkey.proof.CheckOutcome.ACCEPTED;
import static dev.latchkey.proof.CheckOutcome.EXHAUSTED;
import static dev.latchkey.proof.CheckOutcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.CaseRows;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import java.util.List;
import java.util.stream.IntStream;

/** Wrong tries: one count over resends, recoveries and threads. */
class WrongCodesTests extends CodesOfARecovery {

  @EachDatabase
  void A9_wrongCodeFiveTimes_killsTheCode(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);

    List<CheckOutcome> outcomes =
        IntStream.range(0, 5).mapToObj(i -> enter(recovery, Way.EMAIL, wrong(issue))).toList();

    assertThat(outcomes).containsExactly(WRONG, WRONG, WRONG, WRONG, EXHAUSTED);
    assertThat(codes.byId(issue.id()).orElseThrow().state()).isEqualTo(CodeState.DEAD);
    assertThat(codes.linkUsable(codes.linkToken(issue))).isFalse();
    assertThat(enter(recovery, Way.EMAIL, codes.code(issue))).isEqualTo(EXHAUSTED);
  }

  @EachDatabase
  void A9_neitherResendNorNewRecovery_givesNewTries_butAnotherWayIsOpen(Databases database) {
    on(database);
    CodeIssue first = issue(recovery, Way.EMAIL);
    IntStream.range(0, 5).forEach(i -> enter(recovery, Way.EMAIL, wrong(first)));

    String again = CaseRows.open(beans.jdbc(), account);
    String resent = codes.code(issue(recovery, Way.EMAIL));
    String anew = codes.code(issue(again, Way.EMAIL));

    assertThat(enter(recovery, Way.EMAIL, resent)).isEqualTo(EXHAUSTED);
    assertThat(enter(again, Way.EMAIL, anew)).isEqualTo(EXHAUSTED);
    String text = codes.code(issue(again, Way.TEXT_MESSAGE));
    assertThat(enter(again, Way.TEXT_MESSAGE, text)).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void T3_oneTryInEachOfManyRecoveries_isOneCount(Databases database) {
    on(database);

    List<CheckOutcome> outcomes =
        IntStream.range(0, 6)
            .mapToObj(
                i -> {
                  String each = CaseRows.open(beans.jdbc(), account);
                  return enter(each, Way.EMAIL, wrong(issue(each, Way.EMAIL)));
                })
            .toList();

    assertThat(outcomes).containsExactly(WRONG, WRONG, WRONG, WRONG, EXHAUSTED, EXHAUSTED);
  }

  @EachDatabase
  void R18_askingForCodes_neverCountsAsATry(Databases database) {
    on(database);
    IntStream.range(0, 30)
        .forEach(i -> issue(CaseRows.open(beans.jdbc(), account), Way.TEXT_MESSAGE));

    CodeIssue issue = issue(recovery, Way.TEXT_MESSAGE);

    assertThat(enter(recovery, Way.TEXT_MESSAGE, codes.code(issue))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void T2_fiftyParallelWrongCodes_fiveAreLookedAt(Databases database) throws Exception {
    on(database);
    String wrong = wrong(issue(recovery, Way.EMAIL));

    List<CheckOutcome> outcomes = Race.run(50, () -> enter(recovery, Way.EMAIL, wrong));

    assertThat(count(outcomes, WRONG)).isEqualTo(4);
    assertThat(count(outcomes, EXHAUSTED)).isEqualTo(46);
  }

  private static long count(List<CheckOutcome> outcomes, CheckOutcome wanted) {
    return outcomes.stream().filter(outcome -> outcome == wanted).count();
  }
}
