package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** End text messages: none goes to the number any more. */
@Component
class OptOutDelegate implements JavaDelegate {
  private final CarrierOptIn optIn;

  OptOutDelegate(CarrierOptIn optIn) {
    this.optIn = optIn;
  }

  @Override
  public void execute(DelegateExecution execution) {
    optIn.optOut(execution.getProcessBusinessKey());
  }
}
