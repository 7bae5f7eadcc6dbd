package dev.latchkey.recovery;

import dev.latchkey.recovery.form.LocalText;
import dev.latchkey.recovery.form.StepForm;
import dev.latchkey.recovery.form.StepForms;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Which own step a case waits at, on table {@code own_step}. A row stays when the case moves on;
 * the case says whether it counts.
 */
@Repository
public class OwnSteps {
  private final JdbcClient jdbc;
  private final StepForms forms;

  OwnSteps(JdbcClient jdbc, StepForms forms) {
    this.jdbc = jdbc;
    this.forms = forms;
  }

  /** What the person sees of an own step. */
  public record Shown(LocalText title, StepForm form) {}

  /** The own step that the case waits at, or empty if it waits elsewhere or is over. */
  public Optional<Shown> shown(RecoveryView view) {
    boolean here = view.status() == RecoveryStatus.OPEN && view.step().equals(OwnStep.KEY);
    return here
        ? newest(view.caseId())
            .flatMap(step -> forms.find(step.formId()).map(form -> new Shown(step.title(), form)))
        : Optional.empty();
  }

  /** The own step that the case came to last, or empty. */
  public Optional<OwnStep> newest(String caseId) {
    return jdbc.sql("select task_id, form_id, title from own_step where case_id = :caseId")
        .param("caseId", caseId)
        .query(
            (row, number) ->
                new OwnStep(
                    row.getString("task_id"),
                    row.getString("form_id"),
                    LocalText.ofStored(row.getString("title"))))
        .optional();
  }

  /** Notes which own step the case has come to; joins the caller's transaction. */
  public void write(String caseId, OwnStep step) {
    jdbc.sql("delete from own_step where case_id = :caseId").param("caseId", caseId).update();
    jdbc.sql(
            """
            insert into own_step (case_id, task_id, form_id, title)
            values (:caseId, :taskId, :formId, :title)
            """)
        .param("caseId", caseId)
        .param("taskId", step.taskId())
        .param("formId", step.formId())
        .param("title", step.title().stored())
        .update();
  }
}
