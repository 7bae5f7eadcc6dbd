package dev.latchkey.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Tell account holder of the shorter hold. It is counted from when the providers took the notices;
 * if that takes longer than the hold was to last, the end stays as it was.
 */
@Component
class TellOfShorterHoldDelegate implements JavaDelegate {
  private final Holds holds;
  private final Notices notices;

  TellOfShorterHoldDelegate(Holds holds, Notices notices) {
    this.holds = holds;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    var planned = PlannedHolds.withStrongerProof(execution);
    holds
        .shorterEnd(caseId, planned)
        .ifPresent(end -> notices.sendPending(caseId, Map.of("until", end.toString())));
    holds
        .shorterEnd(caseId, planned)
        .ifPresent(
            until -> {
              holds.shorten(caseId, until);
              execution.setVariable(RecoveryVariables.HOLD_UNTIL, EngineTimes.text(until));
            });
  }
}
