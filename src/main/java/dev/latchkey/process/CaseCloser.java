package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryStatus;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.beans.factory.ObjectProvider;

/** Ends a case with the status that its end event names: no code of it works afterwards. */
class CaseCloser implements ExecutionListener {
  private final ObjectProvider<CaseStore> cases;
  private final ObjectProvider<CaseEndings> endings;
  private final RecoveryStatus status;

  CaseCloser(ObjectProvider<CaseStore> cases, ObjectProvider<CaseEndings> endings, String status) {
    this.cases = cases;
    this.endings = endings;
    this.status = RecoveryStatus.valueOf(status.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  @Override
  public void notify(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    if (cases.getObject().close(caseId, status)) {
      endings.getObject().of(caseId);
    }
  }
}
