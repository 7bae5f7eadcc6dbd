package dev.latchkey.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.process.PastTheGuard;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.testing.FreshH2;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** A person asks support, a supporter decides. */
@ContextConfiguration(initializers = FreshH2.class)
class ReviewScenariosTests extends ReviewScene {
  private static final String BESIDE =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
        <process id="Beside" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="Start"/>
          <userTask id="Task_Look" camunda:candidateGroups="support"/>
          <sequenceFlow id="f" sourceRef="Start" targetRef="Task_Look"/>
        </process>
      </definitions>
      """;

  @Autowired private ProcessEngine processEngine;

  private static final String CONTACT = "new-address@example.net";

  private void claimsAndDecides(Guest guest, String decision, String reason) {
    decides("sora", guest, form(decision, reason));
  }

  @Test
  void F1_theContactAddressIsConfirmedByACode_andThePersonSeesTheirPlaceInTheQueue() {
    Guest first = asksSupport(person());
    Guest second = asksSupport(person());

    int ahead = reviews.placeOf(first.sees().caseId()).orElseThrow().place();
    assertThat(reviews.placeOf(second.sees().caseId()).orElseThrow().place()).isEqualTo(ahead + 1);
    assertThat(reviews.placeOf(second.sees().caseId()).orElseThrow().usualWait()).isPositive();
  }

  @Test
  void F1_anUnconfirmedContactAddressBringsThePersonBackToTheStatement() {
    Guest guest = opens(person().phoneNumber());
    guest.wants(Way.HUMAN_REVIEW);
    guest.answers(new Answer.Statement("Lost it.", "", "", CONTACT));
    engine.runJobs();
    engine.pass(TWO_MINUTES);
    engine.pass(TWO_MINUTES);

    assertThat(guest.sees().step()).isEqualTo("describe-situation");
  }

  @Test
  void F4_F6_approved_isHeldFor24Hours_toldToAllAddresses_thenThePasswordCanBeChosen() {
    Persona person = person();
    Guest guest = asksSupport(person);
    claimsAndDecides(guest, "approve", "identity-confirmed");

    assertThat(guest.sees().step()).isEqualTo("hold");
    assertThat(post.newestAt(person.phoneNumber())).contains("/not-me?t=");
    assertThat(post.newestAt(person.emailAddress())).contains("/not-me?t=");
    engine.pass(Duration.ofHours(24).plusMinutes(1));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
  }

  @Test
  void F6_A13_notMeWithinTheHold_stopsEverything() {
    Persona person = person();
    Guest guest = asksSupport(person);
    claimsAndDecides(guest, "approve", "identity-confirmed");
    recoveries.object(post.objectionAt(person.emailAddress()));
    engine.pass(Duration.ofHours(25));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.STOPPED);
    assertThat(passwordOf(person)).isNull();
    assertThat(taskOf(guest).getName()).isEqualTo("Look into suspected takeover");
  }

  @Test
  void R14_anAdministratorsAccountIsHeldFor72Hours() {
    Persona person = Persona.withPhoneAndEmail().ofAdministrator().in(jdbc);
    Guest guest = asksSupport(person);
    claimsAndDecides(guest, "approve", "identity-confirmed");
    decides("omar", guest, approve());
    engine.pass(Duration.ofHours(71));
    assertThat(guest.sees().step()).isEqualTo("hold");
    engine.pass(Duration.ofHours(1).plusMinutes(1));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void F4_declined_endsTheRecoveryAndTellsTheContactAddress() {
    Guest guest = opens(person().phoneNumber());
    states(guest, "declined@example.net");
    claimsAndDecides(guest, "decline", "not-convincing");

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.DECLINED);
    assertThat(post.newestAt("declined@example.net")).contains("could not restore");
  }

  @Test
  void F1_nothingDescribedWithinSevenDays_endsTheRecovery() {
    Guest guest = opens(person().phoneNumber());
    guest.wants(Way.HUMAN_REVIEW);
    engine.pass(Duration.ofDays(7).plusMinutes(1));

    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.EXPIRED);
    assertThat(taskOf(guest)).isNull();
  }

  @Test
  void R11_withASecondFactor_approvalAloneDoesNotRestoreAccess() {
    Persona person = Persona.withPhoneAndEmail().withSecondFactor().in(jdbc);
    Guest guest = asksSupport(person);
    claimsAndDecides(guest, "approve", "identity-confirmed");

    assertThat(guest.sees().step()).isNotIn("hold", "choose-password");
    assertThat(guest.sees().notice()).isEqualTo("proof-missing");
  }

  @Test
  void R22_T21_whoDidNotClaimTheTask_cannotDecideIt() {
    Guest guest = asksSupport(person());
    Task task = taskOf(guest);
    tasks.claim(task.getId(), "sora");

    assertThatThrownBy(() -> completes("lena", task, approve()))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("Claim the task");
    assertThat(guest.sees().step()).isEqualTo("await-review");
  }

  @Test
  void R25_R22_anApprovalWithoutACompletedTask_isNoProof() {
    Guest guest = asksSupport(person());
    String caseId = guest.sees().caseId();

    assertThat(clearances.takeUp(caseId, "sora")).isEmpty();
    assertThat(reviews.approve(madeUp(caseId), 1)).isFalse();
    assertThatThrownBy(
            () ->
                runtime
                    .createProcessInstanceModification(taskOf(guest).getProcessInstanceId())
                    .startBeforeActivity("Task_RecordDecision")
                    .setVariable("reason", "identity-confirmed")
                    .execute())
        .hasMessageContaining("No decision");
    assertThat(guest.sees().step()).isEqualTo("await-review");
  }

  private static Clearance madeUp(String caseId) {
    return new Clearance(
        caseId,
        ReviewTask.REVIEW,
        "sora",
        ReviewDecision.APPROVE,
        ReviewReason.IDENTITY_CONFIRMED,
        "n",
        List.of(),
        null);
  }

  @Test
  void T1_aDecoyCanOnlyBeDeclined() {
    Guest guest = states(opens("+819099990002"), "nobody@example.net");
    Task task = taskOf(guest);
    tasks.claim(task.getId(), "sora");

    assertThatThrownBy(() -> completes("sora", task, approve())).hasMessageContaining("no account");
    completes("sora", task, form("decline", "no-such-account"));
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.DECLINED);
  }

  @Test
  void T17_aTaskThatAnalystsDrew_takesNothingOfOurs_andIsNotLeftByAnError() {
    PastTheGuard.deploy(
        processEngine,
        processEngine.getRepositoryService().createDeployment().addString("Beside.bpmn", BESIDE));
    processEngine.getRuntimeService().startProcessInstanceByKey("Beside", "beside");
    Task task = tasks.createTaskQuery().processDefinitionKey("Beside").singleResult();
    tasks.claim(task.getId(), "sora");

    assertThatThrownBy(() -> completes("sora", task, Map.of("enoughProof", true)))
        .isInstanceOf(AuthorizationException.class)
        .hasMessageContaining("nothing else");
    identity.setAuthentication("sora", List.of("support"));
    try {
      assertThatThrownBy(() -> tasks.handleEscalation(task.getId(), "any", Map.of()))
          .isInstanceOf(AuthorizationException.class);
    } finally {
      identity.clearAuthentication();
    }
    completes("sora", task, Map.of("seen", true));
    assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
  }

  @Test
  void F5_after4And24HoursTheTaskMovesUpAndTheLeadsSeeIt() {
    Guest guest = asksSupport(person());
    engine.pass(Duration.ofHours(4).plusMinutes(1));
    assertThat(taskOf(guest).getPriority()).isEqualTo(75);
    assertThat(supportHeard(guest)).hasSize(1).first().asString().contains("is waiting");
    engine.pass(Duration.ofHours(20));
    assertThat(taskOf(guest).getPriority()).isEqualTo(100);
    assertThat(supportHeard(guest)).hasSize(2).last().asString().contains("overdue");
    assertThat(
            tasks
                .createTaskQuery()
                .taskId(taskOf(guest).getId())
                .taskCandidateGroup("support-lead")
                .count())
        .isOne();
  }

  @Test
  void R24_theEngineKeepsNoneOfWhatTheReviewerSaw() {
    Guest guest = asksSupport(person());
    claimsAndDecides(guest, "approve", "identity-confirmed");

    assertThat(variablesOf(guest)).contains("outcome").doesNotContain("caseFile", "note");
  }

  private List<String> variablesOf(Guest guest) {
    return jdbc.sql(
            """
            select name_ from act_ru_variable where proc_inst_id_ in
              (select proc_inst_id_ from act_ru_execution where business_key_ = ?)
            """)
        .param(guest.sees().caseId())
        .query(String.class)
        .list();
  }

  /** Mails to the support mailbox that name the guest's case. */
  private List<String> supportHeard(Guest guest) {
    String reference = guest.sees().caseId().substring(0, 8);
    return post.at("support@example.com").stream()
        .filter(mail -> mail.contains(reference))
        .toList();
  }
}
