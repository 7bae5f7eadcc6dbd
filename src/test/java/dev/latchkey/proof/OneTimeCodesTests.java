package dev.latchkey.proof;

import static dev.latchkey.proof.CheckOutcome.ACCEPTED;
import static dev.latchkey.proof.CheckOutcome.EXHAUSTED;
import static dev.latchkey.proof.CheckOutcome.EXPIRED;
import static dev.latchkey.proof.CheckOutcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.CaseRows;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import dev.latchkey.testing.Race;
import dev.latchkey.testing.StorageBeans;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class OneTimeCodesTests {
  private final String account = UUID.randomUUID().toString();
  private StorageBeans beans;
  private OneTimeCodes codes;
  private String recovery;

  private void on(Databases database) {
    beans = StorageBeans.on(database);
    codes = beans.get(OneTimeCodes.class);
    recovery = CaseRows.open(beans.jdbc(), account);
  }

  @EachDatabase
  void R1_aCodeHasSixDigits_andIsAcceptedUntilTenMinutesAreOver(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.TEXT_MESSAGE);
    beans.clock().advance(Duration.ofMinutes(10).minusMillis(1));

    assertThat(codes.code(issue)).matches("[0-9]{6}");
    assertThat(enter(recovery, Way.TEXT_MESSAGE, codes.code(issue))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void R1_aTextMessageCodeIsRefusedAfterTenMinutes(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.TEXT_MESSAGE);
    beans.clock().advance(Duration.ofMinutes(10));

    assertThat(enter(recovery, Way.TEXT_MESSAGE, codes.code(issue))).isEqualTo(EXPIRED);
  }

  @EachDatabase
  void R1_codesAreDerivedPerIssue_andDoNotRepeat(Databases database) {
    on(database);

    List<String> made =
        IntStream.range(0, 20)
            .mapToObj(i -> codes.code(issue(recovery, Way.TEXT_MESSAGE)))
            .toList();

    assertThat(made.stream().distinct().count()).isGreaterThanOrEqualTo(19);
  }

  @EachDatabase
  void R2_aTypedEmailCodeLivesTenMinutes_itsLinkSixty(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);
    String link = codes.linkToken(issue);
    beans.clock().advance(Duration.ofMinutes(10));
    assertThat(enter(recovery, Way.EMAIL, codes.code(issue))).isEqualTo(EXPIRED);
    beans.clock().advance(Duration.ofMinutes(50).minusMillis(1));

    assertThat(codes.linkUsable(link)).isTrue();
    assertThat(follow(recovery, link)).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void R2_anEmailLinkIsRefusedAfterSixtyMinutes(Databases database) {
    on(database);
    String link = codes.linkToken(issue(recovery, Way.EMAIL));
    beans.clock().advance(Duration.ofMinutes(60));

    assertThat(codes.linkUsable(link)).isFalse();
    assertThat(follow(recovery, link)).isEqualTo(EXPIRED);
  }

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
  void R9_aCodeOpensOnlyItsOwnRecovery(Databases database) {
    on(database);
    CodeIssue mine = issue(recovery, Way.EMAIL);
    String other = CaseRows.open(beans.jdbc(), account);
    CodeIssue others = issue(other, Way.EMAIL);

    assertThat(enter(other, Way.EMAIL, codes.code(mine))).isEqualTo(WRONG);
    assertThat(follow(other, codes.linkToken(mine))).isEqualTo(WRONG);
    assertThat(enter(other, Way.EMAIL, codes.code(others))).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void R9_aCodeCountsOnlyForItsChannelAndItsUse(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);
    Submission asText = submission(Way.TEXT_MESSAGE, codes.code(issue), false);
    Submission asMail = submission(Way.EMAIL, codes.code(issue), false);

    assertThat(codes.check(recovery, CodeUse.PROOF, asText)).isEqualTo(WRONG);
    assertThat(codes.check(recovery, CodeUse.CONTACT, asMail)).isEqualTo(WRONG);
    assertThat(codes.check(recovery, CodeUse.PROOF, asMail)).isEqualTo(ACCEPTED);
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
  void P2_aRepeatedSendOfOneIssue_carriesTheSameCode(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);
    CodeIssue readAgain = codes.byId(issue.id()).orElseThrow();

    assertThat(readAgain).isEqualTo(issue);
    assertThat(codes.code(readAgain)).isEqualTo(codes.code(issue));
    assertThat(codes.linkToken(readAgain)).isEqualTo(codes.linkToken(issue));
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

  @EachDatabase
  void A2_aCodeIsReadInAnyDigits_withSpacesAndHyphens(Databases database) {
    on(database);
    String marathi = digitsFrom('\u0966', codes.code(issue(recovery, Way.EMAIL)));
    assertThat(enter(recovery, Way.EMAIL, marathi)).isEqualTo(ACCEPTED);
    String fullWidth = digitsFrom('\uFF10', codes.code(issue(recovery, Way.TEXT_MESSAGE)));
    assertThat(enter(recovery, Way.TEXT_MESSAGE, fullWidth)).isEqualTo(ACCEPTED);
    String plain = codes.code(issue(recovery, Way.EMAIL));
    String spaced = " " + plain.substring(0, 3) + "\u3000-" + plain.substring(3) + "\n";
    assertThat(enter(recovery, Way.EMAIL, spaced)).isEqualTo(ACCEPTED);
  }

  @EachDatabase
  void R19_linkTokensHave256Bits_andNeitherTheyNorCodesAreStored(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);

    String row =
        beans
            .jdbc()
            .sql("select * from code_issue where id = :id")
            .param("id", issue.id())
            .query()
            .singleRow()
            .values()
            .stream()
            .map(String::valueOf)
            .collect(Collectors.joining(" "));

    assertThat(Base64.getUrlDecoder().decode(codes.linkToken(issue))).hasSize(32);
    assertThat(row).doesNotContain(codes.linkToken(issue));
    assertThat(Stream.of(row.split(" ", -1))).doesNotContain(codes.code(issue));
    assertThat(issue.toString()).doesNotContain(codes.code(issue));
  }

  private CodeIssue issue(String caseId, Way way) {
    return codes.issue(caseId, way, CodeUse.PROOF, "target", "address", /* deliverable= */ true);
  }

  private CheckOutcome enter(String caseId, Way way, String code) {
    Submission submission = submission(way, code, false);
    CheckOutcome outcome = codes.check(caseId, CodeUse.PROOF, submission);
    if (outcome == ACCEPTED) {
      beans.get(Attempts.class).succeeded(account, way);
    }
    return outcome;
  }

  private CheckOutcome follow(String caseId, String token) {
    return codes.check(caseId, CodeUse.PROOF, submission(Way.EMAIL, token, true));
  }

  private Submission submission(Way way, String code, boolean byLink) {
    return new Submission(code, beans.get(Attempts.class).take(account, way), byLink);
  }

  private String wrong(CodeIssue issue) {
    return codes.code(issue).startsWith("0") ? "999999" : "000000";
  }

  private static long count(List<CheckOutcome> outcomes, CheckOutcome wanted) {
    return outcomes.stream().filter(outcome -> outcome == wanted).count();
  }

  private static String digitsFrom(char zero, String ascii) {
    return ascii
        .chars()
        .mapToObj(c -> Character.toString(zero + (c - '0')))
        .collect(Collectors.joining());
  }
}
