package dev.latchkey.process;

import dev.latchkey.recovery.AccessRestorer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "This wasn't me": stops a recovery, and takes back what was restored or changed. */
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
    notices.tellOfStop(caseId);
  }
}
