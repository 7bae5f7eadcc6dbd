package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.process.WalkedDiagrams;
import dev.latchkey.process.guard.Patched;
import dev.latchkey.recovery.form.FormFault;
import dev.latchkey.testing.Guest;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst adds steps of their own to the recovery, deploys them, and people walk through. */
abstract class OwnStepScenarios extends RecoveryScene {
  private static final String DEPLOYMENT = "own-steps";

  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired OwnSteps ownSteps;

  private void deployed(Patched files) {
    WalkedDiagrams.lookAwayFrom("AccountRecoveryProcess");
    DeploymentBuilder deployment = repository.createDeployment().name(DEPLOYMENT);
    files
        .contents()
        .forEach(
            (name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
    deployment.deploy();
  }

  @AfterEach
  void asItWasBefore() {
    repository
        .createDeploymentQuery()
        .deploymentName(DEPLOYMENT)
        .list()
        .forEach(one -> repository.deleteDeployment(one.getId(), true, true));
    WalkedDiagrams.lookAgain();
  }

  private Guest asked() {
    deployed(Patched.files("security question").withSecurityQuestion());
    var person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();
    assertThat(guest.sees().step()).isEqualTo(OwnStep.KEY);
    return guest;
  }

  private static Map<String, Object> answers(String kind) {
    Map<String, Object> values = new HashMap<>();
    values.put("petName", "Mochi");
    values.put("petKind", kind);
    values.put("petAge", "12");
    values.put("petSince", "2019-03-31");
    values.put("sure", "true");
    return values;
  }

  private AnswerResult fills(Guest guest, Map<String, Object> values) {
    AnswerResult result = guest.answers(new Answer.OwnForm(values));
    engine.runJobs();
    return result;
  }

  /** The variables of the process that waits now. */
  private Map<String, Object> kept(Guest guest) {
    ProcessInstance process =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(guest.sees().caseId())
            .processDefinitionKey("SecurityQuestionProcess")
            .singleResult();
    return runtime.getVariables(process.getId());
  }

  @Test
  void G3_ownStep_standsInItsPlace_andItsAnswersDecideWhatIsAskedNext() {
    Guest guest = asked();
    OwnSteps.Shown shown = ownSteps.shown(guest.sees()).orElseThrow();
    assertThat(shown.title().in(Locale.ENGLISH).text()).isEqualTo("Answer a security question");
    assertThat(shown.title().in(Locale.JAPANESE).text()).isEqualTo("秘密の質問に答える");
    assertThat(guest.sees().due()).isNotNull();
    assertThat(guest.sees().offers())
        .isEqualTo(Set.of(RecoveryMessage.FORM_FILLED, RecoveryMessage.RECOVERY_CANCELLED));

    assertThat(kept(guest)).as("conditions can ask for it").containsEntry("petKind", null);

    Map<String, Object> values = answers("other");
    values.put("otherPet", "Turtle");
    assertThat(fills(guest, values)).isInstanceOf(AnswerResult.Taken.class);

    assertThat(ownSteps.shown(guest.sees()).orElseThrow().title().text()).isEqualTo("Tell us more");
    assertThat(kept(guest))
        .containsEntry("petAge", 12L)
        .containsEntry("petSince", "2019-03-31")
        .containsEntry("sure", true)
        .containsEntry("otherPet", "Turtle")
        .containsEntry("toldOthers", null);
    fills(guest, Map.of("moreTold", "It was green."));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
  }

  @Test
  void G3_anotherAnswer_asksNothingMore_andNothingIsKept() {
    Guest guest = asked();
    fills(guest, answers("cat"));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
    assertThat(runtime.createVariableInstanceQuery().variableName("petName").count()).isZero();
  }

  @Test
  void G3_badAnswers_areSaidFieldByField_andNothingMoves() {
    Guest guest = asked();
    int step = guest.sees().stepNumber();
    Map<String, Object> values = answers("other");
    values.put("petAge", "very old");
    values.put("enoughProof", "true");
    AnswerResult result = fills(guest, values);
    assertThat(((AnswerResult.UnusableForm) result).faults())
        .extracting(FormFault::key)
        .containsExactly("otherPet", "petAge", "enoughProof");
    assertThat(guest.sees().stepNumber()).isEqualTo(step);
  }

  @Test
  void T4_answerToAnOlderStep_andTheSameTwice_areNotTaken() {
    Guest guest = asked();
    int step = guest.sees().stepNumber();
    Answer given = new Answer.OwnForm(answers("cat"));
    assertThat(recoveries.answer(guest.token(), step - 1, given))
        .isInstanceOf(AnswerResult.NotWaitedFor.class);
    assertThat(recoveries.answer(guest.token(), step, given))
        .isInstanceOf(AnswerResult.Taken.class);
    assertThat(recoveries.answer(guest.token(), step, given))
        .isInstanceOf(AnswerResult.NotWaitedFor.class);
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void T17_staff_cannotFillItIn_whateverTheirRights() {
    Guest guest = asked();
    Task task =
        tasks.createTaskQuery().taskCandidateGroup("account-holder").list().stream()
            .filter(one -> one.getTaskDefinitionKey().equals("Task_AnswerQuestion"))
            .findFirst()
            .orElseThrow();
    tasks.setAssignee(task.getId(), "admin");
    identity.setAuthentication("admin", List.of(Groups.CAMUNDA_ADMIN));
    try {
      assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("petName", "Mochi")))
          .hasMessageContaining("Only the account holder");
    } finally {
      identity.clearAuthentication();
    }
    assertThat(guest.sees().step()).isEqualTo(OwnStep.KEY);
  }

  @Test
  void T1_beforeTheProofs_everybodyIsAskedTheSame_andUnansweredItGoesOn() {
    deployed(Patched.files("question first").withSecurityQuestion("Flow_Planned"));
    Guest known = opens(person().phoneNumber());
    Guest unknown = opens("+819012345678");
    assertThat(known.sees().step()).isEqualTo(OwnStep.KEY);
    assertThat(unknown.sees().step()).isEqualTo(OwnStep.KEY);
    assertThat(unknown.sees().stepNumber()).isEqualTo(known.sees().stepNumber());
    assertThat(unknown.sees().offers()).isEqualTo(known.sees().offers());
    assertThat(ownSteps.shown(unknown.sees())).isEqualTo(ownSteps.shown(known.sees()));

    fills(known, answers("cat"));
    fills(unknown, answers("cat"));
    assertThat(known.sees().step()).isEqualTo("enter-code");
    assertThat(unknown.sees().step()).isEqualTo("enter-code");

    Guest silent = opens("+819012345679");
    engine.pass(Duration.ofHours(24).plusMinutes(1));
    assertThat(silent.sees().step()).isEqualTo("enter-code");
  }
}
