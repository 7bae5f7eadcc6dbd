package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Decide hold: whether access waits so that the account holder can object, and until when. */
@Component
class DecideHoldDelegate implements JavaDelegate {
  private final Holds holds;
  private final Notices notices;

  DecideHoldDelegate(Holds holds, Notices notices) {
    this.holds = holds;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    Optional<Instant> until =
        holds.begin(caseId, PlannedHolds.afterReview(execution), PlannedHolds.otherwise(execution));
    execution.setVariable(RecoveryVariables.HOLD_WANTED, until.isPresent());
    until.ifPresent(
        end -> {
          execution.setVariable(RecoveryVariables.HOLD_UNTIL, EngineTimes.text(end));
          notices.tellAccountHolder(caseId, Purpose.HOLD_STARTED);
          notices.tellContact(caseId, Purpose.REVIEW_APPROVED);
        });
  }
}
