package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import dev.latchkey.review.ReviewReason;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the reviewer decided; an approval goes into the proof ledger. */
@Component
class RecordDecisionDelegate implements JavaDelegate {
  private final Decisions decisions;
  private final Notices notices;

  RecordDecisionDelegate(Decisions decisions, Notices notices) {
    this.decisions = decisions;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    ReviewReason reason =
        ReviewReason.ofKey((String) execution.getVariable(RecoveryVariables.REASON)).orElseThrow();
    decisions.record(
        caseId,
        Reviewer.current(execution),
        reason,
        (String) execution.getVariable(RecoveryVariables.NOTE));
    execution.setVariable(RecoveryVariables.APPROVED, reason.approves());
    if (!reason.approves()) {
      notices.tellContact(caseId, Purpose.REVIEW_DECLINED);
    }
    execution.removeVariables(
        List.of(
            RecoveryVariables.CASE_FILE,
            RecoveryVariables.DECISION,
            RecoveryVariables.REASON,
            RecoveryVariables.NOTE));
  }
}
