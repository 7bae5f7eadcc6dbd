package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Checks a code that was sent that a person just entered. */
@Component
class CheckCodeDelegate implements JavaDelegate {
  private final CodeChecker checker;

  CheckCodeDelegate(CodeChecker checker) {
    this.checker = checker;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CheckOutcomes.answer(
        execution, checker.sentCode(execution.getProcessBusinessKey(), CheckOutcomes.submission()));
  }
}
