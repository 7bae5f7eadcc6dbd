package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import dev.latchkey.process.Decisions.Standing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the reviewer decided, as our table has it. */
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
    Standing standing = decisions.record(caseId, Reviewer.current(execution));
    execution.setVariable(RecoveryVariables.ASKED, standing == Standing.ASKED);
    execution.setVariable(
        RecoveryVariables.APPROVED,
        standing == Standing.APPROVED || standing == Standing.SECOND_WANTED);
    execution.setVariable(RecoveryVariables.SECOND_APPROVAL, standing == Standing.SECOND_WANTED);
    if (standing == Standing.DECLINED) {
      notices.tellContact(caseId, Purpose.REVIEW_DECLINED);
    }
    if (standing == Standing.ASKED) {
      notices.tellContact(caseId, Purpose.REVIEW_QUESTIONS);
    }
  }
}
