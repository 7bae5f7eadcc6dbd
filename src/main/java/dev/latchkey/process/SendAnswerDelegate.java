package dev.latchkey.process;

import dev.latchkey.messaging.TextAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Send answer: a provider that cannot take it now makes the job try again. */
@Component
class SendAnswerDelegate implements JavaDelegate {
  private final TextAnswers answers;

  SendAnswerDelegate(TextAnswers answers) {
    this.answers = answers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    answers.send((String) execution.getVariable(CarrierOptInVariables.MESSAGE_ID));
  }
}
