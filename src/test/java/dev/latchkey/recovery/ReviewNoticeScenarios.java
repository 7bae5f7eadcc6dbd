package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.Channel;
import dev.latchkey.proof.Way;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Support is asked for access: the account holder hears of it, and has time to object. */
abstract class ReviewNoticeScenarios extends NoticeScene {
  private static final String TOLD = "review-requested";
  private static final Duration DAY = Duration.ofHours(24);

  @Autowired TaskService tasks;
  @Autowired IdentityService identity;

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  private Guest asksSupport(String typed) {
    String contact = UUID.randomUUID() + "@example.net";
    Guest guest = opens(typed);
    guest.wants(Way.HUMAN_REVIEW);
    guest.answers(new Answer.Statement("My phone fell into the sea.", "phone", "", contact));
    engine.runJobs();
    guest.enters(post.codeAt(contact));
    return guest;
  }

  private Task taskOf(Guest guest) {
    return tasks.createTaskQuery().processInstanceBusinessKey(guest.sees().caseId()).singleResult();
  }

  private void approved(Guest guest) {
    Task task = taskOf(guest);
    tasks.claim(task.getId(), "sora");
    identity.setAuthentication("sora", List.of("support"));
    tasks.complete(
        task.getId(), Map.of("decision", "approve", "reason", "identity-confirmed", "note", "n"));
    identity.clearAuthentication();
  }

  @Test
  void R13_whenSupportIsAsked_allAddressesAreTold_withNotMe() {
    Persona person = person();
    Guest guest = asksSupport(person.phoneNumber());
    engine.runJobs();

    for (String address : List.of(person.phoneNumber(), person.emailAddress())) {
      assertThat(post.newestAt(address)).contains("support", "/not-me?t=");
    }
    assertThat(messages(guest.sees().caseId(), TOLD)).isEqualTo(2);
    assertThat(taskOf(guest).getName()).isEqualTo("Review recovery");
  }

  @Test
  void R13_T1_forADecoyNobodyIsTold_andTheStepsAreTheSame() {
    Guest decoy = asksSupport("+819099990003");
    assertThat(decoy.sees().step()).isEqualTo("await-review");
    engine.runJobs();

    assertThat(messages(decoy.sees().caseId(), TOLD)).isZero();
    assertThat(decoy.sees().step()).isEqualTo("await-review");
    assertThat(taskOf(decoy).getName()).isEqualTo("Review recovery");
  }

  @Test
  void R13_A13_notMeFromThatNotice_stopsTheRequest() {
    Persona person = person();
    Guest guest = asksSupport(person.phoneNumber());
    engine.runJobs();
    recoveries.object(post.objectionAt(person.phoneNumber()));
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(taskOf(guest).getName()).isEqualTo("Look into suspected takeover");
  }

  @Test
  void R13_P1_theReviewBeginsWhenTheNoticesAreOut_andThePersonWaitsMeanwhile() {
    Persona person = person();
    Guest guest = asksSupport(person.phoneNumber());
    outage.begins(Channel.TEXT_MESSAGE);
    jobsFail();
    assertThat(guest.sees().step()).isEqualTo("await-review");
    assertThat(taskOf(guest)).isNull();

    outage.ends();
    engine.pass(Duration.ofSeconds(11));

    assertThat(taskOf(guest)).isNotNull();
    assertThat(messages(guest.sees().caseId(), TOLD)).isEqualTo(2);
  }

  @Test
  void R13_R14_theHoldCountsFromWhenTheNoticesWereTaken() {
    Persona person = person();
    Guest guest = asksSupport(person.phoneNumber());
    engine.runJobs();
    approved(guest);
    outage.begins(Channel.TEXT_MESSAGE);
    jobsFail();
    engine.moveClock(Duration.ofHours(20));
    outage.ends();
    engine.runJobs();

    assertThat(guest.sees().step()).isEqualTo("hold");
    engine.pass(DAY.minusMinutes(1));
    assertThat(guest.sees().step()).isEqualTo("hold");
    engine.pass(Duration.ofMinutes(2));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void R13_R14_whatIsToldLateNamesTheLaterEnd() {
    Persona person = person();
    Guest guest = asksSupport(person.phoneNumber());
    engine.runJobs();
    approved(guest);
    outage.begins(Channel.TEXT_MESSAGE);
    jobsFail();
    String first = until(post.newestAt(person.emailAddress()));
    engine.moveClock(Duration.ofHours(20));
    outage.ends();
    engine.runJobs();

    assertThat(until(post.newestAt(person.phoneNumber()))).isNotEqualTo(first);
    assertThat(guest.sees().holdUntil()).isNotNull();
  }

  private static String until(String text) {
    var matcher =
        java.util.regex.Pattern.compile("\\d+ \\w+ 20\\d\\d, \\d\\d:\\d\\d UTC").matcher(text);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
