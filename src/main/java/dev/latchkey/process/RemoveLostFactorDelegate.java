package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import dev.latchkey.recovery.AccessRestorer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Remove lost factor: refused by the proof ledger, it becomes an incident. */
@Component
class RemoveLostFactorDelegate implements JavaDelegate {
  private final AccessRestorer restorer;
  private final CaseEndings endings;
  private final WrongAddresses wrongAddresses;
  private final Notices notices;

  RemoveLostFactorDelegate(
      AccessRestorer restorer,
      CaseEndings endings,
      WrongAddresses wrongAddresses,
      Notices notices) {
    this.restorer = restorer;
    this.endings = endings;
    this.wrongAddresses = wrongAddresses;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    restorer.removeLostFactor(caseId);
    endings.of(caseId);
    wrongAddresses.note(caseId);
    notices.tellAccountHolder(caseId, Purpose.FACTOR_REMOVED);
  }
}
