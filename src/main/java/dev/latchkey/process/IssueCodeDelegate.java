package dev.latchkey.process;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Make a new code: within the limits, and recorded in the same transaction. One that waits for its
 * provider is kept. Codes are counted when they are sent.
 */
@Component
class IssueCodeDelegate implements JavaDelegate {
  private final CodeSender sender;

  IssueCodeDelegate(CodeSender sender) {
    this.sender = sender;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String channel = (String) execution.getVariable(RecoveryVariables.CHANNEL);
    Long used = (Long) execution.getVariable(RecoveryVariables.SENDS_USED);
    long sends = used == null ? 0 : used;
    CodeSender.Issued issued =
        sender.issue(
            execution.getProcessBusinessKey(),
            channel,
            (String) execution.getVariable(RecoveryVariables.MESSAGE_ID),
            sends > 0);
    execution.setVariable(
        RecoveryVariables.SEND_DECISION, issued.decision().name().toLowerCase(Locale.ROOT));
    execution.setVariable(RecoveryVariables.SENDS_USED, sends);
    execution.setVariable(RecoveryVariables.MESSAGE_ID, issued.messageId());
    execution.setVariable(
        RecoveryVariables.NEXT_SEND_AT,
        issued.nextSend() == null ? null : EngineTimes.text(issued.nextSend()));
  }
}
