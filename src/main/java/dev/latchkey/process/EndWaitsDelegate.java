package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stop waiting for its codes: who waits goes on by another way. */
@Component
class EndWaitsDelegate implements JavaDelegate {
  private final CarrierOptIn optIn;

  EndWaitsDelegate(CarrierOptIn optIn) {
    this.optIn = optIn;
  }

  @Override
  public void execute(DelegateExecution execution) {
    optIn.endWaits(execution.getProcessBusinessKey());
  }
}
