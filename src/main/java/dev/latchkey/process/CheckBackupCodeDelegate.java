package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks a backup code that a person just entered. */
@Component
class CheckBackupCodeDelegate implements JavaDelegate {
  private final CodeChecker checker;

  CheckBackupCodeDelegate(CodeChecker checker) {
    this.checker = checker;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CheckOutcomes.answer(
        execution,
        checker.backupCode(execution.getProcessBusinessKey(), CheckOutcomes.submission()));
  }
}
