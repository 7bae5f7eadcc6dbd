package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Allow text messages: and tell whether a code waits for the number. */
@Component
class OptInDelegate implements JavaDelegate {
  private final CarrierOptIn optIn;

  OptInDelegate(CarrierOptIn optIn) {
    this.optIn = optIn;
  }

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable(
        CarrierOptInVariables.CODE_WAITING, optIn.optIn(execution.getProcessBusinessKey()));
  }
}
