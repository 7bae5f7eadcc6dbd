package dev.latchkey.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.FlowMoves;
import dev.latchkey.flow.FlowMoves.Moved;
import dev.latchkey.flow.Forecast;
import dev.latchkey.flow.Forecast.Place;
import dev.latchkey.process.PastTheGuard;
import dev.latchkey.process.WalkedDiagrams;
import dev.latchkey.process.guard.Patched;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An analyst deploys while people wait: who waits is not disturbed, unless somebody moves them. */
abstract class VersionScenarios extends RecoveryScene {
  private static final String CODES = "CodeDeliveryProcess";
  private static final String MAIN = "AccountRecoveryProcess";
  private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

  @Autowired FlowMoves moves;
  @Autowired RepositoryService repository;
  @Autowired ProcessEngine processEngine;
  private List<String> before;

  @BeforeEach
  void remember() {
    before = repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList();
  }

  @AfterEach
  void removeDeployments() {
    repository.createDeploymentQuery().list().stream()
        .map(Deployment::getId)
        .filter(id -> !before.contains(id))
        .forEach(id -> repository.deleteDeployment(id, true));
  }

  /** Three minutes instead of two, and nobody asks for a code out of turn. */
  private static Patched calmer() {
    return Patched.files("three minutes, no resend by hand")
        .in(CODES + ".bpmn")
        .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT3M")
        .drop("Event_ResendRequested")
        .drop("Task_TellNextSend");
  }

  /** Without the drawing, which would still show what was dropped. */
  private DeploymentBuilder deployment(Patched files) {
    DeploymentBuilder deployment = repository.createDeployment().name("calmer");
    files
        .contents()
        .forEach(
            (name, content) ->
                deployment.addString(
                    name,
                    new String(content, StandardCharsets.UTF_8)
                        .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "")));
    return deployment;
  }

  private ProcessDefinition newest(String process) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .latestVersion()
        .singleResult();
  }

  private long runningOn(ProcessDefinition version) {
    return processEngine
        .getRuntimeService()
        .createProcessInstanceQuery()
        .processDefinitionId(version.getId())
        .count();
  }

  private Moved move(ProcessDefinition from) {
    return moves.move(from.getId(), newest(from.getKey()).getId(), "noor");
  }

  @Test
  void G2_whatRuns_finishesOnItsVersion_andWhatStartsTakesTheNewest() {
    Persona person = person();
    Guest early = opens(person.phoneNumber());
    deployment(calmer()).deploy();
    engine.pass(TWO_MINUTES);
    assertThat(early.sees().notice()).isEqualTo("code-resent");
    early.enters(post.codeAt(person.phoneNumber()));
    early.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(early.sees().status()).isEqualTo(RecoveryStatus.RESTORED);

    Persona other = person();
    opens(other.phoneNumber());
    engine.pass(TWO_MINUTES);
    assertThat(post.at(other.phoneNumber())).hasSize(1);
    engine.pass(Duration.ofMinutes(1));
    assertThat(post.at(other.phoneNumber())).hasSize(2);
  }

  @Test
  void G2_forecast_saysWhereTheyWait_andChangesNothing() {
    ProcessDefinition old = newest(CODES);
    Guest guest = opens(person().phoneNumber());
    int step = guest.sees().stepNumber();
    deployment(calmer()).deploy();

    Forecast forecast = moves.forecast(old.getId()).orElseThrow();

    assertThat(forecast.places()).containsExactly(new Place("Wait for the person", 1, List.of()));
    assertThat(forecast.changes()).contains("Timer “Two minutes over” changed from PT2M to PT3M");
    assertThat(runningOn(old)).isOne();
    assertThat(guest.sees().stepNumber()).isEqualTo(step);
    assertThat(moves.forecast(newest(CODES).getId())).isEmpty();
  }

  @Test
  void G2_T1_moved_theyKeepTheirTime_andThePageOffersWhatTheNewVersionWaitsFor() {
    ProcessDefinition old = newest(CODES);
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    Guest decoy = opens("+12025550177");
    Instant due = guest.sees().due();
    assertThat(guest.sees().offers()).contains(RecoveryMessage.RESEND_REQUESTED);
    deployment(calmer()).deploy();

    assertThat(move(old)).isEqualTo(new Moved(2, 0, 0));

    assertThat(runningOn(old)).isZero();
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(guest.sees().offers())
        .doesNotContain(RecoveryMessage.RESEND_REQUESTED)
        .contains(RecoveryMessage.CODE_ENTERED, RecoveryMessage.ANOTHER_WAY_CHOSEN)
        .isEqualTo(decoy.sees().offers());
    assertThat(guest.sees().stepNumber()).isEqualTo(decoy.sees().stepNumber());
    assertThat(guest.sees().due()).isEqualTo(due);
    engine.pass(TWO_MINUTES);
    assertThat(post.at(person.phoneNumber())).hasSize(2);
    assertThat(Duration.between(due, guest.sees().due()))
        .isBetween(THREE_MINUTES, THREE_MINUTES.plusSeconds(50));
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
    assertThat(
            jdbc.sql("select detail from audit_entry where case_id = ? and action = 'move-version'")
                .param(guest.sees().caseId())
                .query(String.class)
                .single())
        .isEqualTo(CODES + " " + old.getVersion() + " to " + newest(CODES).getVersion());
  }

  @Test
  void G2_theCallerIsMovedOnItsOwn_andAnAnswerThatIsBeingTypedStillCounts() {
    ProcessDefinition old = newest(MAIN);
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    int step = guest.sees().stepNumber();
    deployment(calmer()).deploy();

    assertThat(moves.forecast(old.getId()).orElseThrow().places())
        .containsExactly(new Place("Code by text message", 1, List.of()));
    assertThat(move(old)).isEqualTo(new Moved(1, 0, 0));

    assertThat(runningOn(newest(MAIN))).isOne();
    assertThat(guest.sees().stepNumber()).isEqualTo(step);
    guest.enters(post.codeAt(person.phoneNumber()));
    guest.choosesPassword(GOOD_PASSWORD);
    engine.runJobs();
    assertThat(guest.sees().status()).isEqualTo(RecoveryStatus.RESTORED);
  }

  @Test
  void G2_whatIsAboutToBeSent_isMoved_andSentOnce() {
    ProcessDefinition old = newest(CODES);
    Persona person = person();
    Guest guest = Guest.opens(recoveries, person.phoneNumber());
    engine.runJobs("Task_SendCode");
    assertThat(guest.sees().step()).isEqualTo("sending-code");
    deployment(calmer()).deploy();

    assertThat(move(old)).isEqualTo(new Moved(1, 0, 0));

    assertThat(guest.sees().step()).isEqualTo("sending-code");
    engine.runJobs();
    assertThat(guest.sees().step()).isEqualTo("enter-code");
    assertThat(post.at(person.phoneNumber())).hasSize(1);
  }

  @Test
  void G2_whoWaitsWhereTheNewVersionHasNothing_staysWithTheReason() {
    ProcessDefinition old = newest(CODES);
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    PastTheGuard.deploy(
        processEngine,
        deployment(
            Patched.files("another gateway")
                .in(CODES + ".bpmn")
                .replace("Gateway_WaitForCode", "Gateway_WaitForTheCode")));

    assertThat(moves.forecast(old.getId()).orElseThrow().places())
        .containsExactly(
            new Place(
                "Wait for the person",
                1,
                List.of(
                    "“Wait for the person”: The newer version has no such element in this"
                        + " place")));
    assertThat(move(old)).isEqualTo(new Moved(0, 0, 0));
    assertThat(runningOn(old)).isOne();
    guest.enters(post.codeAt(person.phoneNumber()));
    assertThat(guest.sees().step()).isEqualTo("choose-password");
  }

  @Test
  void G3_anOwnStepThatIsMoved_isStillShown_andItsAnswersCount() {
    WalkedDiagrams.lookAwayFrom(MAIN);
    Patched asking = Patched.files("security question").withSecurityQuestion();
    deployment(asking).deploy();
    Persona person = person();
    Guest guest = opens(person.phoneNumber());
    guest.enters(post.codeAt(person.phoneNumber()));
    engine.runJobs();
    ProcessDefinition old = newest("SecurityQuestionProcess");
    deployment(
            Patched.files("another heading")
                .withSecurityQuestion()
                .in("SecurityQuestionProcess.bpmn")
                .replace("Answer a security question", "Answer one question"))
        .deploy();

    assertThat(move(old)).isEqualTo(new Moved(1, 0, 0));

    assertThat(guest.sees().step()).isEqualTo(OwnStep.KEY);
    assertThat(guest.sees().offers()).contains(RecoveryMessage.FORM_FILLED);
    Map<String, Object> values =
        Map.of(
            "petName", "Mochi",
            "petKind", "cat",
            "petAge", "12",
            "petSince", "2019-03-31",
            "sure", "true");
    assertThat(guest.answers(new Answer.OwnForm(values))).isInstanceOf(AnswerResult.Taken.class);
    WalkedDiagrams.lookAgain();
  }
}
