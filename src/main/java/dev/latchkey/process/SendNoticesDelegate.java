package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the notices that earlier steps recorded. */
@Component
class SendNoticesDelegate implements JavaDelegate {
  private final Notices notices;

  SendNoticesDelegate(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.sendPending(execution.getProcessBusinessKey());
  }
}
