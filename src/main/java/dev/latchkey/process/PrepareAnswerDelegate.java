package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prepare answer: record it, where one is wanted. */
@Component
class PrepareAnswerDelegate implements JavaDelegate {
  private final CarrierOptIn optIn;

  PrepareAnswerDelegate(CarrierOptIn optIn) {
    this.optIn = optIn;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String answer = optIn.prepareAnswer(execution.getProcessBusinessKey()).orElse(null);
    execution.setVariable(CarrierOptInVariables.ANSWER_WANTED, answer != null);
    execution.setVariable(CarrierOptInVariables.MESSAGE_ID, answer);
  }
}
