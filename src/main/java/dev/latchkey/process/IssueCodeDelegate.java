package dev.latchkey.process;

import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Make a new code: within the limits, and recorded in the same transaction. */
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
    CodeSender.Issued issued = sender.issue(execution.getProcessBusinessKey(), channel, sends > 0);
    execution.setVariable(
        RecoveryVariables.SEND_DECISION, issued.decision().name().toLowerCase(Locale.ROOT));
    execution.setVariable(
        RecoveryVariables.SENDS_USED, issued.messageId() == null ? sends : sends + 1);
    execution.setVariable(RecoveryVariables.MESSAGE_ID, issued.messageId());
    execution.setVariable(
        RecoveryVariables.NEXT_SEND_AT,
        issued.nextSend() == null ? null : EngineTimes.text(issued.nextSend()));
  }
}
