package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Say when the next code comes: asking again does not shorten the wait. */
@Component
class TellNextSendDelegate implements JavaDelegate {
  private final CaseStore cases;

  TellNextSendDelegate(CaseStore cases) {
    this.cases = cases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    cases.writeNotice(execution.getProcessBusinessKey(), Notice.NEXT_SEND_LATER);
  }
}
