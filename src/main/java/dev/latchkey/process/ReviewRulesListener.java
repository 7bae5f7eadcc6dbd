package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import dev.latchkey.review.Clearances;
import dev.latchkey.review.ReviewObjection;
import dev.latchkey.review.ReviewRules;
import dev.latchkey.review.ReviewTask;
import dev.latchkey.review.WantedDecision;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * Refuses a decision that its reviewer may not take; the task stays open. What is allowed is kept
 * in our own table, from where it is recorded.
 */
@Component
class ReviewRulesListener implements TaskListener {
  /** The task after which an approval counts as the second one; all others are reviews. */
  static final String SECOND_APPROVAL = "Task_ApproveRecovery";

  private final CaseStore cases;
  private final ReviewRules rules;
  private final Clearances clearances;
  private final RefusalLog refusals;

  ReviewRulesListener(
      CaseStore cases, ReviewRules rules, Clearances clearances, RefusalLog refusals) {
    this.cases = cases;
    this.rules = rules;
    this.clearances = clearances;
    this.refusals = refusals;
  }

  @Override
  public void notify(DelegateTask task) {
    ReviewTask completed = completed(task);
    WantedDecision wanted = wanted();
    Optional<ReviewObjection> objection =
        rules.objection(completed, wanted).or(ReviewRulesListener::toFields);
    if (objection.isPresent()) {
      refusals.note(completed, objection.get());
      throw new RefusedDecision(objection.get().sentence());
    }
    clearances.clear(completed, wanted);
  }

  private ReviewTask completed(DelegateTask task) {
    String caseId = task.getExecution().getProcessBusinessKey();
    boolean second = SECOND_APPROVAL.equals(task.getTaskDefinitionKey());
    return new ReviewTask(
        caseId,
        cases.byId(caseId).orElseThrow().accountId(),
        second ? ReviewTask.SECOND_APPROVAL : ReviewTask.REVIEW,
        task.getAssignee(),
        Reviewer.current(task.getExecution()));
  }

  /** Whoever sends along what the form does not ask for wants something else than to decide. */
  private static Optional<ReviewObjection> toFields() {
    return SubmittedValues.names().stream().allMatch(StaffForm.REVIEW::knows)
        ? Optional.empty()
        : Optional.of(ReviewObjection.UNKNOWN_FIELD);
  }

  private static WantedDecision wanted() {
    return new WantedDecision(
        text(StaffForm.DECISION),
        text(StaffForm.REASON),
        text(StaffForm.NOTE),
        text(StaffForm.QUESTIONS),
        text(StaffForm.CHALLENGE));
  }

  /** What a client sends need not be a text. */
  private static String text(String field) {
    return SubmittedValues.find(field, Object.class).orElse(null) instanceof String text
        ? text
        : null;
  }
}
