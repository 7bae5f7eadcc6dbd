package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.Way;
import dev.latchkey.review.QueuePlace;
import dev.latchkey.review.Review;
import dev.latchkey.review.ReviewFacts;
import dev.latchkey.review.Reviews;
import dev.latchkey.review.evidence.AddedEvidence;
import dev.latchkey.review.evidence.EvidenceFiles;
import dev.latchkey.review.evidence.EvidenceProblem;
import dev.latchkey.review.evidence.EvidenceRetention;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Removals;
import dev.latchkey.testing.Samples;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person asks support: what they say, what they add, what they see while they wait. */
abstract class RequestScenarios extends RecoveryScene {
  private static final String NOBODY = "+819099990017";
  private static final String CLIENT = "192.0.2.9";

  @Autowired private Reviews reviews;
  @Autowired private ReviewFacts facts;
  @Autowired private EvidenceFiles files;
  @Autowired private EvidenceRetention retention;
  @Autowired private PlatformTransactionManager transactions;
  @Autowired private Clock clock;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identity;

  private Guest atTheForm(String identifier) {
    engine.moveClock(TWO_MINUTES.plusSeconds(1));
    Guest guest = opens(identifier);
    guest.wants(Way.HUMAN_REVIEW);
    assertThat(guest.sees().step()).isEqualTo("describe-situation");
    return guest;
  }

  private AnswerResult says(Guest guest, List<String> lost, Map<String, String> facts) {
    return guest.answers(
        new Answer.Statement("It fell into the sea.", lost, facts, "me@example.net"));
  }

  private Guest waiting(String identifier) {
    Guest guest = atTheForm(identifier);
    String contact = UUID.randomUUID() + "@example.net";
    guest.answers(new Answer.Statement("It fell into the sea.", "phone", "", contact));
    engine.runJobs();
    guest.enters(post.codeAt(contact));
    engine.runJobs();
    assertThat(guest.sees().step()).isEqualTo("await-review");
    return guest;
  }

  private AddedEvidence adds(Guest guest, byte[] content) {
    return files.add(guest.sees().caseId(), CLIENT, "letter.jpg", content);
  }

  private Task taskOf(Guest guest) {
    return tasks.createTaskQuery().processInstanceBusinessKey(guest.sees().caseId()).singleResult();
  }

  private void declines(Guest guest) {
    tasks.claim(taskOf(guest).getId(), "sora");
    identity.setAuthentication("sora", List.of("support"));
    try {
      tasks.complete(
          taskOf(guest).getId(),
          Map.of("decision", "decline", "reason", "not-convincing", "note", "n"));
    } finally {
      identity.clearAuthentication();
    }
    engine.runJobs();
  }

  private int messages() {
    return jdbc.sql("select count(*) from message").query(Integer.class).single();
  }

  @Test
  void F1_whatSupportAsks_isKeptInOneForm_andNothingThatWasLeftOut() {
    Guest guest = atTheForm(person().phoneNumber());
    says(
        guest,
        List.of("phone", "authenticator-app", "phone"),
        Map.of(
            "lost-since", "2024年2月",
            "account-since", "03/2019",
            "old-address", " Old.Me@Example.org ",
            "last-sign-in", "last Monday\u202E, at home"));
    String caseId = guest.sees().caseId();

    assertThat(facts.of(caseId))
        .containsOnly(
            Map.entry("lost-since", "2024-02"),
            Map.entry("account-since", "2019-03"),
            Map.entry("old-address", "old.me@example.org"),
            Map.entry("last-sign-in", "last Monday, at home"));
    Review review = reviews.of(caseId).orElseThrow();
    assertThat(review.lost()).isEqualTo("phone, authenticator-app");
    assertThat(review.lastSignIn()).isEqualTo("last Monday, at home");
  }

  @Test
  void F1_whatCannotBeUsed_isNamed_andNothingIsSent() {
    Guest guest = atTheForm(person().phoneNumber());
    assertProblem(says(guest, List.of("phone", "cat"), Map.of()), "lost", "unusable");
    for (String answer : List.of("some day", "3/4/2019", "2019-13", "1066", "2999", "2019-02-30")) {
      Map<String, String> since = Map.of("account-since", answer);
      assertProblem(says(guest, List.of(), since), "account-since", "unusable");
    }
    assertProblem(
        says(guest, List.of(), Map.of("old-address", "no address")), "old-address", "unusable");
    assertProblem(says(guest, List.of(), Map.of("shoe-size", "44")), "shoe-size", "not-asked");

    assertThat(guest.sees().step()).isEqualTo("describe-situation");
    assertThat(facts.of(guest.sees().caseId())).isEmpty();
  }

  private static void assertProblem(AnswerResult result, String field, String problem) {
    assertThat(result).isInstanceOf(AnswerResult.Unusable.class);
    assertThat(((AnswerResult.Unusable) result).field()).isEqualTo(field);
    assertThat(((AnswerResult.Unusable) result).problem()).isEqualTo(problem);
  }

  @Test
  void F1_describedAgain_theNewAnswersReplaceTheOld() {
    Guest guest = atTheForm(person().phoneNumber());
    says(guest, List.of("phone"), Map.of("lost-since", "2024", "account-since", "2019"));
    engine.runJobs();
    engine.pass(TWO_MINUTES);
    engine.pass(TWO_MINUTES);
    assertThat(guest.sees().step()).isEqualTo("describe-situation");
    says(guest, List.of("email"), Map.of("account-since", "2018"));

    assertThat(facts.of(guest.sees().caseId())).containsExactly(Map.entry("account-since", "2018"));
  }

  @Test
  void F1_filesCanBeAdded_fromTheFormToTheDecision() {
    Guest guest = atTheForm(person().phoneNumber());
    assertThat(adds(guest, Samples.photograph(6))).isInstanceOf(AddedEvidence.Kept.class);
    says(guest, List.of(), Map.of());
    engine.runJobs();
    guest.enters(post.codeAt("me@example.net"));
    engine.runJobs();
    assertThat(adds(guest, Samples.pdf(2))).isInstanceOf(AddedEvidence.Kept.class);
    assertThat(files.of(guest.sees().caseId())).extracting("pages").containsExactly(1, 2);

    declines(guest);
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.DECLINED);
    assertThat(adds(guest, Samples.png(9, 9)))
        .isEqualTo(new AddedEvidence.Refused(EvidenceProblem.LATE));
  }

  @Test
  void F1_beforeSupportIsAsked_noFileIsTaken() {
    assertThat(adds(opens(person().phoneNumber()), Samples.png(9, 9)))
        .isEqualTo(new AddedEvidence.Refused(EvidenceProblem.LATE));
  }

  @Test
  void F1_thePlaceCountsThoseBefore_andTheUsualTimeIsTheMiddleOfRecentDecisions() {
    decidedAfter(Duration.ofHours(2));
    decidedAfter(Duration.ofHours(3));
    decidedAfter(Duration.ofHours(40));
    Guest first = waiting(person().phoneNumber());
    Guest second = waiting(NOBODY);

    QueuePlace place = reviews.placeOf(second.sees().caseId()).orElseThrow();
    assertThat(place.place())
        .isEqualTo(reviews.placeOf(first.sees().caseId()).orElseThrow().place() + 1);
    assertThat(place.usualWait()).isBetween(Duration.ofHours(3), Duration.ofHours(4));
    recoveries.cancel(first.token());
    assertThat(reviews.placeOf(second.sees().caseId()).orElseThrow().place())
        .isEqualTo(place.place() - 1);
  }

  private void decidedAfter(Duration wait) {
    Guest guest = waiting(person().phoneNumber());
    engine.moveClock(wait);
    declines(guest);
  }

  @Test
  void F1_R24_withdrawn_endsTheRequest_tellsNobody_andForgetsTheFiles() {
    Guest guest = waiting(person().phoneNumber());
    adds(guest, Samples.png(9, 9));
    int before = messages();
    assertThat(recoveries.cancel(guest.token())).isTrue();
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
    assertThat(taskOf(guest)).isNull();
    assertThat(messages()).isEqualTo(before);
    assertThat(files.of(guest.sees().caseId())).isEmpty();
    assertThat(pictures(guest)).isZero();
    assertThat(recoveries.cancel(guest.token())).isFalse();
  }

  @Test
  void T19_filesOfAWithdrawnRequest_countForADay() {
    Guest guest = waiting(person().phoneNumber());
    adds(guest, Samples.png(9, 9));
    recoveries.cancel(guest.token());
    engine.runJobs();
    removesOldFiles();
    assertThat(rows(guest)).isOne();

    engine.moveClock(Duration.ofDays(1).plusMinutes(1));
    removesOldFiles();
    assertThat(rows(guest)).isZero();
  }

  private int pictures(Guest guest) {
    return jdbc.sql(
            """
            select count(*) from evidence_page where evidence_id in (
              select id from evidence where case_id = ?)
            """)
        .param(guest.sees().caseId())
        .query(Integer.class)
        .single();
  }

  private void removesOldFiles() {
    Removals.of(retention, clock.instant(), new TransactionTemplate(transactions));
  }

  @Test
  void R24_filesAreKeptForTheirTimeAfterTheDecision_andNoLonger() {
    Guest guest = waiting(person().phoneNumber());
    adds(guest, Samples.png(9, 9));
    declines(guest);
    engine.moveClock(Duration.ofDays(29));
    removesOldFiles();
    assertThat(rows(guest)).isOne();
    engine.moveClock(Duration.ofDays(2));
    removesOldFiles();
    assertThat(rows(guest)).isZero();
  }

  private int rows(Guest guest) {
    return jdbc.sql("select count(*) from evidence where case_id = ?")
        .param(guest.sees().caseId())
        .query(Integer.class)
        .single();
  }

  @Test
  void T1_withoutAnAccount_everythingIsTheSame() {
    Guest known = waiting(person().phoneNumber());
    Guest unknown = waiting(NOBODY);
    for (Guest guest : List.of(known, unknown)) {
      assertThat(adds(guest, Samples.photograph(1))).isInstanceOf(AddedEvidence.Kept.class);
      assertThat(adds(guest, Samples.EICAR))
          .isEqualTo(new AddedEvidence.Refused(EvidenceProblem.KIND));
    }
    assertThat(files.of(unknown.sees().caseId()))
        .usingRecursiveFieldByFieldElementComparatorOnFields("name", "kind", "pages", "bytes")
        .isEqualTo(files.of(known.sees().caseId()));
    assertThat(reviews.placeOf(unknown.sees().caseId()).orElseThrow().usualWait())
        .isEqualTo(reviews.placeOf(known.sees().caseId()).orElseThrow().usualWait());
  }

  @Test
  void P3_aFileThatWasBeingLookedAtWhenTheServerStopped_givesItsPlaceBack() {
    Guest guest = waiting(person().phoneNumber());
    adds(guest, Samples.png(9, 9));
    adds(guest, Samples.png(9, 9));
    adds(guest, Samples.png(9, 9));
    jdbc.sql("update evidence set state = 'CHECKING' where case_id = ? and slot = 2")
        .param(guest.sees().caseId())
        .update();
    assertThat(adds(guest, Samples.png(9, 9)))
        .isEqualTo(new AddedEvidence.Refused(EvidenceProblem.FULL));
    engine.moveClock(Duration.ofMinutes(3));
    assertThat(adds(guest, Samples.png(9, 9))).isInstanceOf(AddedEvidence.Kept.class);
  }
}
