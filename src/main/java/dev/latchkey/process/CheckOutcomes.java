package dev.latchkey.process;

import dev.latchkey.proof.CheckOutcome;
import dev.latchkey.proof.Submission;
import dev.latchkey.recovery.Submitted;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** How a check's outcome stands in the diagrams' gateways. */
final class CheckOutcomes {
  private CheckOutcomes() {}

  static String word(CheckOutcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }

  static Submission submission() {
    return SubmittedValues.get(Submitted.SUBMISSION, Submission.class);
  }

  static void answer(DelegateExecution execution, CheckOutcome outcome) {
    execution.getProcessInstance().setVariable(RecoveryVariables.CHECK_OUTCOME, word(outcome));
  }
}
