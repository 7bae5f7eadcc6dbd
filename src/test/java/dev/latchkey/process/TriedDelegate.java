package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * For tests: notes the variable "key", or throws an error that nobody catches if "fail" is set.
 * Found by the scan of beans, so that no test needs a start of the application of its own.
 */
@Component
class TriedDelegate implements JavaDelegate {
  private static volatile String seen;

  @Override
  public void execute(DelegateExecution execution) {
    if (Boolean.TRUE.equals(execution.getVariable("fail"))) {
      throw new BpmnError("Nobody");
    }
    seen = (String) execution.getVariable("key");
  }

  static String seen() {
    return seen;
  }
}
