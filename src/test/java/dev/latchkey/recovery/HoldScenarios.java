package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.proof.Way;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Access is held back, so that the account holder can object. */
abstract class HoldScenarios extends NoticeScene {
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration SHORT = Duration.ofHours(1);
  private static final String TOLD = "hold-shortened";

  @Autowired TaskService tasks;
  @Autowired IdentityService identity;

  @AfterEach
  void signOut() {
    identity.clearAuthentication();
  }

  private Task taskOf(Guest guest) {
    return tasks.createTaskQuery().processInstanceBusinessKey(guest.sees().caseId()).singleResult();
  }

  /** Support has approved; the hold has begun. */
  private Guest vouchedFor(Persona person) {
    String contact = "reach-me@example.net";
    Guest guest = opens(person.phoneNumber());
    guest.wants(Way.HUMAN_REVIEW);
    guest.answers(new Answer.Statement("My phone fell into the sea.", "phone", "", contact));
    engine.runJobs();
    guest.enters(post.codeAt(contact));
    engine.runJobs();
    Task task = taskOf(guest);
    tasks.claim(task.getId(), "sora");
    identity.setAuthentication("sora", List.of("support"));
    tasks.complete(
        task.getId(), Map.of("decision", "approve", "reason", "identity-confirmed", "note", "n"));
    identity.clearAuthentication();
    engine.runJobs();
    assertThat(guest.sees().step()).isEqualTo("hold");
    return guest;
  }

  private void isRestored(Guest guest) {
    assertThat(guest.sees().step()).isEqualTo("choose-password");
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
  }

  @Test
  void R14_F6_aBackupCodeDuringTheHold_makesItShorter_andEveryAddressHearsOfIt() {
    Persona person = person();
    String code = backupCodes.generate(person.id(), 1).get(0);
    Guest guest = vouchedFor(person);
    engine.moveClock(Duration.ofHours(2));

    guest.entersBackupCode(code);
    engine.runJobs();

    assertThat(messages(guest.sees().caseId(), TOLD)).isEqualTo(2);
    assertThat(post.newestAt(person.emailAddress())).contains("sooner", "/not-me?t=");
    engine.pass(SHORT.minusMinutes(1));
    assertThat(guest.sees().step()).isEqualTo("hold");
    engine.pass(Duration.ofMinutes(2));
    isRestored(guest);
  }

  @Test
  void R14_thePolicysShortHold_counts_whateverTheDiagramsVariableSays() {
    Persona person = person();
    String code = backupCodes.generate(person.id(), 1).get(0);
    Guest guest = vouchedFor(person);
    jdbc.sql("update review set hold_with_stronger_proof = 'PT10H' where case_id = ?")
        .param(guest.sees().caseId())
        .update();

    guest.entersBackupCode(code);
    engine.runJobs();
    engine.pass(Duration.ofHours(10).minusMinutes(1));
    assertThat(guest.sees().step()).isEqualTo("hold");
    engine.pass(Duration.ofMinutes(2));
    isRestored(guest);
  }

  @Test
  void R17_A13_notMe_endsTheOtherRecoveriesOfTheAccountToo() {
    Persona person = person();
    Guest other = opens(person.emailAddress());
    Guest guest = vouchedFor(person);
    recoveries.object(post.objectionAt(person.phoneNumber()));
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(other.sees().status()).isEqualTo(RecoveryStatus.CANCELLED);
  }

  @Test
  void R14_aWrongCodeDuringTheHold_leavesItAsItWas() {
    Persona person = person();
    backupCodes.generate(person.id(), 1);
    Guest guest = vouchedFor(person);
    var until = guest.sees().holdUntil();
    engine.moveClock(Duration.ofHours(2));

    guest.entersBackupCode("1-AAAA-BBBB-CCCC-DDDD");
    guest.entersAppCode("123456");
    engine.runJobs();

    assertThat(guest.sees().holdUntil()).isEqualTo(until);
    assertThat(messages(guest.sees().caseId(), TOLD)).isZero();
    engine.pass(Duration.ofHours(2));
    assertThat(guest.sees().step()).isEqualTo("hold");
    engine.pass(Duration.ofHours(20).plusMinutes(1));
    isRestored(guest);
  }

  @Test
  void R14_aStrongerProofShortlyBeforeTheEnd_doesNotPutItOff() {
    Persona person = person();
    String code = backupCodes.generate(person.id(), 1).get(0);
    Guest guest = vouchedFor(person);
    engine.moveClock(DAY.minusMinutes(30));

    guest.entersBackupCode(code);
    engine.runJobs();

    assertThat(messages(guest.sees().caseId(), TOLD)).isZero();
    engine.pass(Duration.ofMinutes(31));
    isRestored(guest);
  }

  @Test
  void R14_withoutReview_aBackupCodeNeitherShortensTheHold_norPutsItOff() {
    Persona person = Persona.withPhoneOnly().in(jdbc);
    String code = backupCodes.generate(person.id(), 1).get(0);
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();
    assertThat(guest.sees().step()).isEqualTo("hold");

    engine.moveClock(DAY.minusHours(2));
    guest.entersBackupCode(code);
    engine.pass(SHORT.plusMinutes(1));

    assertThat(guest.sees().step()).isEqualTo("hold");
    assertThat(messages(guest.sees().caseId(), TOLD)).isZero();
    engine.pass(SHORT);
    isRestored(guest);
  }

  @Test
  void R14_A13_notMeWithinTheHold_goesToTheLeads_andFreezesTheAccountForThreeDays() {
    Persona person = person();
    Guest guest = vouchedFor(person);
    recoveries.object(post.objectionAt(person.phoneNumber()));
    engine.runJobs();

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(candidates(taskOf(guest))).containsExactly("support-lead");
    engine.pass(DAY);
    Guest again = opens(person.phoneNumber());
    again.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();
    assertThat(again.sees().step()).isEqualTo("hold");
    engine.pass(DAY.multipliedBy(2).minusMinutes(10));
    assertThat(again.sees().step()).isEqualTo("hold");
    engine.pass(Duration.ofMinutes(11));
    isRestored(again);
  }

  private List<String> candidates(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(link -> link.getGroupId())
        .toList();
  }
}
