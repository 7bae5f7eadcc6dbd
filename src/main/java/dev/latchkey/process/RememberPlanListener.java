package dev.latchkey.process;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CaseStore;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * After "Plan recovery" and "Plan second step": keeps the plan as plain variables and shows its
 * ways on the page.
 */
@Component
class RememberPlanListener implements ExecutionListener {
  private static final List<String> HOLDS =
      List.of(
          RecoveryVariables.HOLD_AFTER_REVIEW,
          RecoveryVariables.HOLD_OTHERWISE,
          RecoveryVariables.HOLD_WITH_STRONGER_PROOF);

  private final CaseStore cases;
  private final OfferedWays offered;

  RememberPlanListener(CaseStore cases, OfferedWays offered) {
    this.cases = cases;
    this.offered = offered;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DmnDecisionResult result =
        (DmnDecisionResult) execution.getVariable(RecoveryVariables.DECISION_RESULT);
    DmnDecisionResultEntries plan = result.getSingleResult();
    if (plan == null) {
      throw new IllegalStateException("RecoveryPlan has no row for this recovery");
    }
    String caseId = execution.getProcessBusinessKey();
    List<Way> ways = offered.of(caseId, WayList.read(plan.getEntry(RecoveryVariables.WAY_ORDER)));
    var recovery = execution.getProcessInstance();
    recovery.setVariable(RecoveryVariables.WAY_ORDER, WayList.text(ways));
    HOLDS.forEach(hold -> recovery.setVariable(hold, plan.<String>getEntry(hold)));
    cases.writeWays(caseId, ways);
  }
}
