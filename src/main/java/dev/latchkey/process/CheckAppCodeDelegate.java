package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks a code of the authenticator app that a person just entered. */
@Component
class CheckAppCodeDelegate implements JavaDelegate {
  private final CodeChecker checker;

  CheckAppCodeDelegate(CodeChecker checker) {
    this.checker = checker;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CheckOutcomes.answer(
        execution, checker.appCode(execution.getProcessBusinessKey(), CheckOutcomes.submission()));
  }
}
