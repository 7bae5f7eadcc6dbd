package dev.latchkey.process;

import dev.latchkey.proof.CheckOutcome;
import dev.latchkey.proof.Submission;
import dev.latchkey.recovery.Submitted;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** How a check's outcome stands in the diagrams' gateways. */
final class CheckOutcomes {
  private CheckOutcomes() {}

  /** For the diagrams, a code refused for the app's clock is a wrong one. */
  static String word(CheckOutcome outcome) {
    CheckOutcome shown = outcome == CheckOutcome.CLOCK_OFF ? CheckOutcome.WRONG : outcome;
    return shown.name().toLowerCase(Locale.ROOT);
  }

  static Submission submission() {
    return SubmittedValues.get(Submitted.SUBMISSION, Submission.class);
  }

  static void answer(DelegateExecution execution, CheckOutcome outcome) {
    execution.getProcessInstance().setVariable(RecoveryVariables.CHECK_OUTCOME, word(outcome));
  }
}
