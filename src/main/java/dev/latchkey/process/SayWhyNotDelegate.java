package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Say why not: the page tells how the delivery of the code ended. Why no code may be sent stands
 * there already.
 */
@Component
class SayWhyNotDelegate implements JavaDelegate {
  private final CaseStore cases;

  SayWhyNotDelegate(CaseStore cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String outcome = (String) execution.getVariable(RecoveryVariables.OUTCOME);
    if (!Notice.LIMITED.equals(outcome)) {
      cases.writeNotice(execution.getProcessBusinessKey(), outcome);
    }
  }
}
