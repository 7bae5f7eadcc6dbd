package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.CaseRows;
import dev.latchkey.testing.Persona;
import dev.latchkey.testing.Web;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A decision that breaks a rule, sent to the running application as Tasklist sends it. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedDecisionTests extends ApplicationTest {
  private static final String WITHOUT_NOTE =
      """
      {"variables": {"decision": {"value": "approve"}, "reason": {"value": "identity-confirmed"}}}\
      """;

  @Autowired private StaffLogins logins;
  @Autowired private RuntimeService runtime;
  @Autowired private TaskService tasks;
  @Autowired private JdbcClient database;
  private ProcessInstance review;
  private String caseId;

  @BeforeEach
  void somebodyAsks() {
    caseId = CaseRows.open(database, Persona.withPhoneAndEmail().in(database).id());
    review =
        runtime
            .createProcessInstanceByKey("SupportReviewProcess")
            .businessKey(caseId)
            .startBeforeActivity("Task_ReviewRecovery")
            .execute();
    tasks.claim(task().getId(), "sora");
  }

  @AfterEach
  void nobodyAsksAnyMore() {
    runtime.deleteProcessInstance(review.getId(), "The test is over");
    database.sql("delete from recovery_case where id = ?").param(caseId).update();
  }

  private Task task() {
    return tasks.createTaskQuery().processInstanceId(review.getId()).singleResult();
  }

  private Web.Answer decides(String user, String how) {
    return new Web(port())
        .sendBody(
            "POST",
            "/engine-rest/task/" + task().getId() + how,
            WITHOUT_NOTE,
            "Content-Type: application/json",
            Web.basic(user, logins.fresh().get(user)));
  }

  @Test
  void F4_aRefusedDecision_isTheReviewersMistake_saidInASentence() {
    for (String how : new String[] {"/complete", "/submit-form"}) {
      Web.Answer answer = decides("sora", how);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("Write a note that says what you looked at.");
    }
    assertThat(task().getAssignee()).isEqualTo("sora");
  }

  @Test
  void F4_aRefusedDecision_leavesNoStackTraceInTheLog(CapturedOutput log) {
    decides("sora", "/submit-form");
    assertThat(log.getAll())
        .doesNotContain("process.RefusedDecision", "FormFieldValidationException");
  }

  @Test
  void R23_aRefusedDecision_isAudited() {
    decides("sora", "/complete");
    assertThat(
            database
                .sql("select actor, outcome, detail from audit_entry where case_id = ?")
                .param(caseId)
                .query(
                    (row, number) ->
                        row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list())
        .containsExactly("sora refused no-note");
  }
}
