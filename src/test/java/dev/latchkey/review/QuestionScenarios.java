package dev.latchkey.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.messaging.DeliveryStatus;
import dev.latchkey.messaging.Receipts;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Support asks the person for more before it decides. */
abstract class QuestionScenarios extends ReviewScene {
  private static final Duration WEEK = Duration.ofDays(7);

  @Autowired ReadOutCodes readOut;
  @Autowired Receipts receipts;

  private Guest asked(Guest guest, String questions, String challenge) {
    decides("sora", guest, ask(questions, challenge));
    assertThat(guest.sees().step()).isEqualTo("answer-support");
    return guest;
  }

  private Guest asked(String questions, String challenge) {
    return asked(asksSupport(person()), questions, challenge);
  }

  private AnswerResult answers(Guest guest, Map<String, String> answers, String code) {
    AnswerResult result = guest.answers(new Answer.SupportAnswer(answers, code, false));
    engine.runJobs();
    return result;
  }

  private Inquiry newest(Guest guest) {
    return inquiries.of(guest.sees().caseId()).stream()
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private void isWithSupportAgain(Guest guest) {
    assertThat(guest.sees().step()).isEqualTo("await-review");
    assertThat(taskOf(guest).getName()).isEqualTo("Review recovery");
  }

  @Test
  void F3_thePersonIsToldOfTheQuestion_andTheTaskComesBackWithTheAnswer() {
    Guest guest = opens(person().phoneNumber());
    states(guest, "asked@example.net");
    asked(guest, "old-addresses, account-since", "");
    assertThat(post.newestAt("asked@example.net")).contains("needs to know more");
    assertThat(taskOf(guest)).isNull();

    answers(guest, Map.of("old-addresses", "old@example.org", "account-since", "May 2019"), "");

    isWithSupportAgain(guest);
    assertThat(newest(guest).asked())
        .containsExactly(
            new Inquiry.Asked(ReviewQuestion.OLD_ADDRESSES, "old@example.org"),
            new Inquiry.Asked(ReviewQuestion.ACCOUNT_SINCE, "May 2019"));
  }

  @Test
  void F3_supportCanAskAgain_andThenApprove() {
    Guest guest = asked("old-addresses", "");
    answers(guest, Map.of("old-addresses", "old@example.org"), "");
    asked(guest, "last-place", "");
    answers(guest, Map.of("last-place", "Pune"), "");
    decides("lena", guest, approve());

    assertThat(guest.sees().step()).isEqualTo("hold");
    assertThat(newest(guest).round()).isEqualTo(2);
  }

  @Test
  void F3_someQuestionsCanStayOpen_notAll_andNotTooLong() {
    Guest guest = asked("old-addresses,account-since", "");

    assertThat(answers(guest, Map.of("account-since", "  "), ""))
        .isInstanceOfSatisfying(
            AnswerResult.Unusable.class,
            problem -> assertThat(problem.problem()).isEqualTo("answer-missing"));
    assertThat(answers(guest, Map.of("account-since", "x".repeat(1001)), ""))
        .isInstanceOfSatisfying(
            AnswerResult.Unusable.class,
            problem -> assertThat(problem.field()).isEqualTo("account-since"));
    answers(guest, Map.of("account-since", "2019"), "");
    isWithSupportAgain(guest);
  }

  @Test
  void F3_answersToOtherQuestionsAreLeftOut() {
    Guest guest = asked("account-since", "");
    answers(guest, Map.of("account-since", "2019", "devices", "All of them", "x", "y"), "");

    assertThat(newest(guest).asked()).hasSize(1);
  }

  @Test
  void T15_whatIsAnsweredIsKeptAsText_withoutDirectionCharacters() {
    Guest guest = asked("last-place", "");
    answers(guest, Map.of("last-place", "${7*7} <script>\u202Ealert(1)"), "");

    assertThat(newest(guest).asked().get(0).answer()).isEqualTo("${7*7} <script>alert(1)");
  }

  @Test
  void F3_sevenDaysOfSilenceEndTheRequest_andThePersonIsTold() {
    Guest guest = opens(person().phoneNumber());
    states(guest, "silent@example.net");
    asked(guest, "account-since", "read-out");
    engine.pass(WEEK.minusMinutes(1));
    assertThat(guest.sees().step()).isEqualTo("answer-support");
    engine.pass(Duration.ofMinutes(2));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.EXPIRED);
    assertThat(post.newestAt("silent@example.net")).contains("closed the request");
    assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.UNANSWERED);
  }

  @Test
  void F3_aPersonWhoIsAskedCanCancel() {
    Guest guest = asked("account-since", "");
    assertThat(guest.sees().offers(RecoveryMessage.RECOVERY_CANCELLED)).isTrue();
    assertThat(recoveries.cancel(guest.token())).isTrue();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void F3_aCodeToAnOlderAddress_isNotedForTheReviewer_andProvesNothing() {
    Persona person = person();
    Guest guest = asked(asksSupport(person), "account-since", "address:2");
    answers(guest, Map.of("account-since", "2019"), "");
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().forReviewer()).isTrue();

    guest.enters(post.codeAt(person.emailAddress()));
    engine.runJobs();

    isWithSupportAgain(guest);
    assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.PASSED);
    assertThat(proofsOf(guest)).isEmpty();
  }

  @Test
  void F3_theOlderAddressIsNeverShownToThePerson() {
    Persona person = person();
    Guest guest = asked(asksSupport(person), "", "address:2");
    answers(guest, Map.of(), "");

    assertThat(guest.sees().toString())
        .doesNotContain(person.emailAddress(), "text-message", "EMAIL]", "way=EMAIL");
    assertThat(post.newestAt(person.emailAddress())).doesNotContain("/recovery/link");
  }

  @Test
  void F3_aCodeThatIsNotEntered_isNotedAsUnanswered() {
    Guest guest = asked("", "address:2");
    answers(guest, Map.of(), "");
    engine.pass(TWO_MINUTES);
    engine.pass(TWO_MINUTES);

    isWithSupportAgain(guest);
    assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.UNANSWERED);
    assertThat(guest.sees().notice()).isNull();
  }

  @Test
  void F3_fiveWrongCodes_areNotedAsFailed() {
    Persona person = person();
    Guest guest = asked(asksSupport(person), "", "address:2");
    answers(guest, Map.of(), "");
    for (int i = 0; i < 5; i++) {
      guest.enters(wrong(post.codeAt(person.emailAddress())));
    }
    engine.runJobs();

    isWithSupportAgain(guest);
    assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.FAILED);
    assertThat(guest.sees().notice()).isNull();
  }

  @Test
  void T1_aReceiptForTheOlderAddress_changesNothingForThePerson() {
    Persona person = person();
    Guest guest = asked(asksSupport(person), "", "address:2");
    answers(guest, Map.of(), "");
    RecoveryView before = guest.sees();
    String provider =
        jdbc.sql("select provider_id from message where case_id = ? and purpose = 'challenge-code'")
            .param(before.caseId())
            .query(String.class)
            .single();
    receipts.record("mailroom", provider, DeliveryStatus.UNDELIVERED, "unreachable");
    engine.runJobs();

    assertThat(guest.sees()).isEqualTo(before);
  }

  @Test
  void F3_aCodeThatIsReadOut_passes_howeverItIsTyped() {
    Guest guest = asksSupport(person());
    String code = readOut.next(guest.sees().caseId());
    asked(guest, "", "read-out");
    answers(guest, Map.of(), code.substring(0, 4) + " - " + code.substring(4));

    isWithSupportAgain(guest);
    assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.PASSED);
    assertThat(proofsOf(guest)).isEmpty();
  }

  @Test
  void F3_aWrongReadOutCodeKeepsTheAnswers_andCanBeTriedAgain() {
    Guest guest = asksSupport(person());
    String code = readOut.next(guest.sees().caseId());
    asked(guest, "account-since", "read-out");
    answers(guest, Map.of("account-since", "2019"), wrong(code));
    assertThat(guest.sees().step()).isEqualTo("answer-support");
    assertThat(guest.sees().notice()).isEqualTo("wrong-code");
    assertThat(newest(guest).asked().get(0).answer()).isEqualTo("2019");

    answers(guest, Map.of("account-since", "2019"), code);
    assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.PASSED);
  }

  @Test
  void F3_fiveWrongReadOutCodes_areNotedAsFailed() {
    Guest guest = asksSupport(person());
    String code = readOut.next(guest.sees().caseId());
    asked(guest, "", "read-out");
    for (int i = 0; i < 5; i++) {
      answers(guest, Map.of(), wrong(code));
    }

    isWithSupportAgain(guest);
    assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.FAILED);
  }

  @Test
  void F3_whoGotNoReadOutCode_saysSo() {
    Guest guest = asked("", "read-out");
    assertThat(answers(guest, Map.of(), " ")).isInstanceOf(AnswerResult.Unusable.class);
    guest.answers(new Answer.SupportAnswer(Map.of(), "", true));
    engine.runJobs();

    isWithSupportAgain(guest);
    assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.UNANSWERED);
  }

  @Test
  void F3_theCodeOfAnEarlierRoundIsWrong() {
    Guest guest = asksSupport(person());
    String first = readOut.next(guest.sees().caseId());
    asked(guest, "account-since", "");
    answers(guest, Map.of("account-since", "2019"), "");
    asked(guest, "", "read-out");
    answers(guest, Map.of(), first);

    assertThat(guest.sees().notice()).isEqualTo("wrong-code");
  }

  @Test
  void T20_theReadOutCodeIsStoredNowhere() {
    Guest guest = asksSupport(person());
    String code = readOut.next(guest.sees().caseId());
    asked(guest, "", "read-out");

    assertThat(code).matches("\\d{8}");
    assertThat(
            jdbc.sql("select count(*) from act_ru_variable where text_ = ?")
                .param(code)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void T1_aDecoyIsAskedTheSameWay() {
    Guest decoy = states(opens(NOBODYS_NUMBER), "nobody-asked@example.net");
    Guest known = asked("account-since", "read-out");
    asked(decoy, "account-since", "read-out");
    assertThat(decoy.sees().offers()).isEqualTo(known.sees().offers());

    for (Guest guest : List.of(decoy, known)) {
      guest.answers(new Answer.SupportAnswer(Map.of("account-since", "2019"), "", true));
      engine.runJobs();
      isWithSupportAgain(guest);
    }
  }

  @Test
  void T1_aDecoyIsAskedForACodeToAnAddress_andNothingTellsThatThereIsNone() {
    engine.moveClock(Duration.ofMillis(1));
    Guest decoy = states(opens(NOBODYS_NUMBER), "nobody-shows@example.net");
    Guest known = asksSupport(person());
    List<Guest> both = List.of(decoy, known);
    both.forEach(guest -> asked(guest, "account-since", "address:1"));
    looksTheSame(decoy, known);
    both.forEach(guest -> answers(guest, Map.of("account-since", "2019"), ""));
    assertThat(decoy.sees().step()).isEqualTo("enter-code");
    looksTheSame(decoy, known);
    both.forEach(guest -> guest.enters("12345"));
    both.forEach(guest -> guest.enters("000000"));
    looksTheSame(decoy, known);
    engine.pass(TWO_MINUTES);
    looksTheSame(decoy, known);
    for (int i = 0; i < 4; i++) {
      both.forEach(guest -> guest.enters("000000"));
    }
    engine.runJobs();
    looksTheSame(decoy, known);
    both.forEach(this::isWithSupportAgain);
    both.forEach(
        guest -> assertThat(newest(guest).challengeState()).isEqualTo(ChallengeState.FAILED));
  }

  /** All that a view tells, but for what is another for everybody. */
  private void looksTheSame(Guest one, Guest other) {
    assertThat(seen(one)).isEqualTo(seen(other));
  }

  private static String seen(Guest guest) {
    return guest.sees().toString().replace(guest.sees().caseId(), "id");
  }

  @Test
  void F3_whatCannotBeAskedIsRefused() {
    Guest guest = asksSupport(person());
    assertThatThrownBy(() -> decides("sora", guest, ask("account-since,shoe-size", "")))
        .hasMessageContaining("questions is unknown");
    assertThatThrownBy(() -> decides("sora", guest, ask("", "")))
        .hasMessageContaining("before you ask");
    for (String challenge : List.of("address:0", "address:3", "address:x", "call")) {
      assertThatThrownBy(() -> decides("sora", guest, ask("account-since", challenge)))
          .hasMessageContaining("confirmed address of the account");
    }
    isWithSupportAgain(guest);
  }
}
