package dev.latchkey.process;

import dev.latchkey.messaging.Outbox;
import dev.latchkey.messaging.Purpose;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.recovery.AccessRestorer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Stop recovery: "this wasn't me". Takes back what was restored. */
@Component
class StopRecoveryDelegate implements JavaDelegate {
  private final AccessRestorer restorer;
  private final OneTimeCodes codes;
  private final Outbox outbox;
  private final Notices notices;

  StopRecoveryDelegate(
      AccessRestorer restorer, OneTimeCodes codes, Outbox outbox, Notices notices) {
    this.restorer = restorer;
    this.codes = codes;
    this.outbox = outbox;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    restorer.takeBack(caseId);
    codes.closeAll(caseId);
    outbox.expireAll(caseId);
    notices.tellAccountHolder(caseId, Purpose.RECOVERY_STOPPED);
    notices.tellSupport(caseId, Purpose.SUPPORT_ALERT);
  }
}
