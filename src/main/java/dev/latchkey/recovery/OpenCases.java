package dev.latchkey.recovery;

import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The cases of an account that still run, or ended with a right that was not used yet. Joins the
 * caller's transaction.
 */
@Component
class OpenCases {
  private final CaseStore cases;
  private final RecoveryEngine engine;

  OpenCases(CaseStore cases, RecoveryEngine engine) {
    this.cases = cases;
    this.engine = engine;
  }

  /** Closes all cases of the account that are for such a purpose, but this one. */
  void cancelOthers(String accountId, String caseId, Predicate<CasePurpose> purposes) {
    for (String other : cases.otherUnfinishedCases(accountId, caseId)) {
      if (purposes.test(cases.byId(other).orElseThrow().purpose())) {
        cancel(other);
      }
    }
  }

  private void cancel(String caseId) {
    boolean ended =
        engine.deliver(caseId, RecoveryMessage.RECOVERY_CANCELLED, Map.of())
            || cases.close(caseId, RecoveryStatus.CANCELLED);
    if (!ended) {
      cases.cancelProven(caseId);
    }
  }
}
