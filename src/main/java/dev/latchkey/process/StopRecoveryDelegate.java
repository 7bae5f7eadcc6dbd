package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import dev.latchkey.recovery.AccessRestorer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stop recovery: "this wasn't me". Takes back what was restored. */
@Component
class StopRecoveryDelegate implements JavaDelegate {
  private final AccessRestorer restorer;
  private final CaseEndings endings;
  private final Notices notices;

  StopRecoveryDelegate(AccessRestorer restorer, CaseEndings endings, Notices notices) {
    this.restorer = restorer;
    this.endings = endings;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    restorer.takeBack(caseId);
    endings.of(caseId);
    notices.tellAccountHolder(caseId, Purpose.RECOVERY_STOPPED);
    notices.tellSupport(caseId, Purpose.SUPPORT_ALERT);
  }
}
