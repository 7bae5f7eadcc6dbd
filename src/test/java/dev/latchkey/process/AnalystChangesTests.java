package dev.latchkey.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.process.guard.Patched;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.RecoveryScene;
import dev.latchkey.testing.FreshH2;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

/** What an analyst changes in Modeler alone, by the fields that the templates name, and deploys. */
@ContextConfiguration(initializers = FreshH2.class)
class AnalystChangesTests extends RecoveryScene {
  private static final String NAME = "an analyst's version";
  private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

  @Autowired private RepositoryService repository;

  @AfterEach
  void backToTheVersionBefore() {
    repository
        .createDeploymentQuery()
        .deploymentName(NAME)
        .list()
        .forEach(ours -> repository.deleteDeployment(ours.getId(), true, true, true));
  }

  @Test
  void G2_longerWait_oneMoreCode_andAnotherOrder_passTheGuard_withoutAWarning() {
    assertThat(GuardOnPaper.check(changed().contents())).isEmpty();
  }

  @Test
  void G2_longerWait_oneMoreCode_andAnotherOrder_work_forWhoeverBeginsAfterwards() {
    Persona early = person();
    opens(early.phoneNumber());
    deploy(changed());
    Persona late = person();
    Guest guest = opens(late.phoneNumber());

    engine.pass(TWO_MINUTES);
    assertThat(post.at(early.phoneNumber())).hasSize(2);
    assertThat(post.at(late.phoneNumber())).hasSize(1);
    engine.pass(THREE_MINUTES.minus(TWO_MINUTES));
    assertThat(post.at(late.phoneNumber())).hasSize(2);
    engine.pass(THREE_MINUTES);
    assertThat(post.at(late.phoneNumber())).hasSize(3);
    engine.pass(THREE_MINUTES);

    assertThat(guest.sees().step()).isEqualTo("enter-backup-code");
    assertThat(post.at(late.emailAddress())).isEmpty();
    assertThat(post.at(early.phoneNumber())).hasSize(2);
    assertThat(post.at(early.emailAddress())).hasSize(2);
    guest.wantsAnotherWay();
    engine.runJobs();
    assertThat(guest.sees().way()).isEqualTo(Way.EMAIL);
  }

  private static Patched changed() {
    ElementTemplate code = ElementTemplate.of("deliver-code");
    String twice = code.value("Codes sent", "Two: one resend");
    String before = "\"text-message,email,backup-code,";
    String after = "\"text-message,backup-code,email,";
    return Patched.files("longer wait, one more code, another order")
        .in("CodeDeliveryProcess.bpmn")
        .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT3M")
        .replace("Two minutes over", "Three minutes over")
        .in("AccountRecoveryProcess.bpmn")
        .replaceIn(
            "CallActivity_TextMessageCode", twice, code.value("Codes sent", "Three: two resends"))
        .replaceIn("CallActivity_EmailCode", twice, code.value("Codes sent", "One"))
        .in("RecoveryPlan.dmn")
        .replace(before, after)
        .in("RecoveryPlan.dmn.csv")
        .replace(before, after);
  }

  private void deploy(Patched files) {
    DeploymentBuilder deployment = repository.createDeployment().name(NAME);
    files
        .contents()
        .forEach((name, xml) -> deployment.addInputStream(name, new ByteArrayInputStream(xml)));
    deployment.deploy();
  }
}
