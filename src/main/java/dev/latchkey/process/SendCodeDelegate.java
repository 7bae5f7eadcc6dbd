package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send code: a provider that cannot take it now makes the job try again. */
@Component
class SendCodeDelegate implements JavaDelegate {
  private final CodeSender sender;

  SendCodeDelegate(CodeSender sender) {
    this.sender = sender;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean sent =
        sender.send(
            execution.getProcessBusinessKey(),
            (String) execution.getVariable(RecoveryVariables.MESSAGE_ID));
    execution.setVariable(RecoveryVariables.CODE_SENT, sent);
    if (sent) {
      long before = (Long) execution.getVariable(RecoveryVariables.SENDS_USED);
      execution.setVariable(RecoveryVariables.SENDS_USED, before + 1);
    }
  }
}
