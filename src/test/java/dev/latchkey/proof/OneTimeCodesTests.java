package dev.latchkey.proof;

import static dev.latchkey.proof.CheckOutcome.ACCEPTED;
import static dev.latchkey.proof.CheckOutcome.EXPIRED;
import static dev.latchkey.proof.CheckOutcome.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.CaseRows;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a code is, how long it lives, and what it is bound to. */
class OneTimeCodesTests extends CodesOfARecovery {

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
  void P2_aRepeatedSendOfOneIssue_carriesTheSameCode(Databases database) {
    on(database);
    CodeIssue issue = issue(recovery, Way.EMAIL);
    CodeIssue readAgain = codes.byId(issue.id()).orElseThrow();

    assertThat(readAgain).isEqualTo(issue);
    assertThat(codes.code(readAgain)).isEqualTo(codes.code(issue));
    assertThat(codes.linkToken(readAgain)).isEqualTo(codes.linkToken(issue));
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

  private static String digitsFrom(char zero, String ascii) {
    return ascii
        .chars()
        .mapToObj(c -> Character.toString(zero + (c - '0')))
        .collect(Collectors.joining());
  }
}
