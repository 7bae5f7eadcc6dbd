package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Gather case file: nothing of it is kept, since every look at it is live. All addresses of the
 * account are to be told once that support is asked (R13).
 */
@Component
class GatherCaseFileDelegate implements JavaDelegate {
  private final Notices notices;

  GatherCaseFileDelegate(Notices notices) {
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    notices.tellAccountHolderOnce(execution.getProcessBusinessKey(), Purpose.REVIEW_REQUESTED);
  }
}
