package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send the waiting code: the recovery that waits goes back to the text message. */
@Component
class SendWaitingCodeDelegate implements JavaDelegate {
  private final CarrierOptIn optIn;

  SendWaitingCodeDelegate(CarrierOptIn optIn) {
    this.optIn = optIn;
  }

  @Override
  public void execute(DelegateExecution execution) {
    optIn.sendWaitingCode(execution.getProcessBusinessKey());
  }
}
