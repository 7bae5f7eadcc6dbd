package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.stereotype.Component;

/** Gather case file: what the reviewer sees, masked; forgotten again after the decision. */
@Component
class GatherCaseFileDelegate implements JavaDelegate {
  private final CaseFiles caseFiles;

  GatherCaseFileDelegate(CaseFiles caseFiles) {
    this.caseFiles = caseFiles;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String json = caseFiles.json(execution.getProcessBusinessKey());
    execution.setVariable(RecoveryVariables.CASE_FILE, SpinValues.jsonValue(json).create());
  }
}
