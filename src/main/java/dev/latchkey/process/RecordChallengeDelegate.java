package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Notes for the reviewer how the code to an older address went; a right one was noted when it was
 * entered. The person is told nothing of it.
 */
@Component
class RecordChallengeDelegate implements JavaDelegate {
  private final Questions questions;
  private final CaseStore cases;

  RecordChallengeDelegate(Questions questions, CaseStore cases) {
    this.questions = questions;
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    questions.missed(caseId, (String) execution.getVariable(RecoveryVariables.OUTCOME));
    cases.writeNotice(caseId, null);
  }
}
