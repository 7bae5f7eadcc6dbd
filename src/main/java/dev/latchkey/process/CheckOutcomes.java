package dev.latchkey.process;

import dev.latchkey.proof.CheckOutcome;
import dev.latchkey.proof.Submission;
import dev.latchkey.recovery.Submitted;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** How a check's outcome stands in the diagrams' gateways. */
final class CheckOutcomes {
  private CheckOutcomes() {}

  /** For the diagrams, a code refused for the app's clock is a wrong one. */
  static String word(CheckOutcome outcome) {
    CheckOutcome shown = outcome == CheckOutcome.CLOCK_OFF ? CheckOutcome.WRONG : outcome;
    return shown.name().toLowerCase(Locale.ROOT);
  }

  /** All words that a check can leave behind, that of an approval included. */
  static Set<String> words() {
    return Stream.concat(
            Arrays.stream(CheckOutcome.values()).map(CheckOutcomes::word),
            Stream.of(CheckApprovalDelegate.DENIED, CheckApprovalDelegate.OPEN))
        .collect(Collectors.toUnmodifiableSet());
  }

  static Submission submission() {
    return SubmittedValues.get(Submitted.SUBMISSION, Submission.class);
  }

  static void answer(DelegateExecution execution, CheckOutcome outcome) {
    execution.getProcessInstance().setVariable(RecoveryVariables.CHECK_OUTCOME, word(outcome));
  }
}
