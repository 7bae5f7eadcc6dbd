package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Shorten hold: notes who has to hear of it first, if the proof makes it shorter at all. */
@Component
class ShortenHoldDelegate implements JavaDelegate {
  private final Holds holds;
  private final Notices notices;

  ShortenHoldDelegate(Holds holds, Notices notices) {
    this.holds = holds;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    holds
        .shorterEnd(caseId, PlannedHolds.withStrongerProof(execution))
        .ifPresent(end -> notices.tellAccountHolder(caseId, Purpose.HOLD_SHORTENED));
  }
}
