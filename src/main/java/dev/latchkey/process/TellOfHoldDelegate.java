package dev.latchkey.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tell account holder of the hold. The time to object counts from when the providers took the
 * notices, however long that needed: until then the hold has not begun.
 */
@Component
class TellOfHoldDelegate implements JavaDelegate {
  private final Holds holds;
  private final Notices notices;

  TellOfHoldDelegate(Holds holds, Notices notices) {
    this.holds = holds;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    Duration afterReview = PlannedHolds.afterReview(execution);
    Duration otherwise = PlannedHolds.otherwise(execution);
    Instant promised = holds.end(caseId, afterReview, otherwise);
    notices.sendPending(caseId, Map.of("until", promised.toString()));
    Instant until = holds.count(caseId, afterReview, otherwise);
    execution.setVariable(RecoveryVariables.HOLD_UNTIL, EngineTimes.text(until));
  }
}
