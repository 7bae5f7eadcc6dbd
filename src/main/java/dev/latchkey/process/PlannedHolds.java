package dev.latchkey.process;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The lengths of holds that the plan wants. */
final class PlannedHolds {
  private PlannedHolds() {}

  static Duration afterReview(DelegateExecution execution) {
    return length(execution, RecoveryVariables.HOLD_AFTER_REVIEW);
  }

  static Duration otherwise(DelegateExecution execution) {
    return length(execution, RecoveryVariables.HOLD_OTHERWISE);
  }

  static Duration withStrongerProof(DelegateExecution execution) {
    return length(execution, RecoveryVariables.HOLD_WITH_STRONGER_PROOF);
  }

  private static Duration length(DelegateExecution execution, String variable) {
    return Duration.parse((String) execution.getVariable(variable));
  }
}
