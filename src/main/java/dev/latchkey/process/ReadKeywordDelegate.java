package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Read keyword: what the text message asks for. */
@Component
class ReadKeywordDelegate implements JavaDelegate {
  private final CarrierOptIn optIn;

  ReadKeywordDelegate(CarrierOptIn optIn) {
    this.optIn = optIn;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        CarrierOptInVariables.KEYWORD, optIn.keyword(execution.getProcessBusinessKey()));
  }
}
