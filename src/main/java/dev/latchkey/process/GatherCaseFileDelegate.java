package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/**
 * Gather case file: what the reviewer sees, masked; forgotten again after the decision. All
 * addresses of the account are to be told once that support is asked (R13).
 */
@Component
class GatherCaseFileDelegate implements JavaDelegate {
  private final CaseFiles caseFiles;
  private final Notices notices;

  GatherCaseFileDelegate(CaseFiles caseFiles, Notices notices) {
    this.caseFiles = caseFiles;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    String json = caseFiles.json(caseId);
    execution.setVariable(RecoveryVariables.CASE_FILE, SpinValues.jsonValue(json).create());
    notices.tellAccountHolderOnce(caseId, Purpose.REVIEW_REQUESTED);
  }
}
