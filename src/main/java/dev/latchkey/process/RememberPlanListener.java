package dev.latchkey.process;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CaseStore;
import java.util.Arrays;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** After "Plan recovery": keeps the plan as plain variables and shows its ways on the page. */
@Component
class RememberPlanListener implements ExecutionListener {
  private final CaseStore cases;

  RememberPlanListener(CaseStore cases) {
    this.cases = cases;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DmnDecisionResult result =
        (DmnDecisionResult) execution.getVariable(RecoveryVariables.DECISION_RESULT);
    DmnDecisionResultEntries plan = result.getSingleResult();
    if (plan == null) {
      throw new IllegalStateException("RecoveryPlan has no row for this recovery");
    }
    String order = plan.getEntry(RecoveryVariables.WAY_ORDER);
    var recovery = execution.getProcessInstance();
    recovery.setVariable(RecoveryVariables.WAY_ORDER, order);
    recovery.setVariable(
        RecoveryVariables.HOLD_AFTER_REVIEW,
        plan.<String>getEntry(RecoveryVariables.HOLD_AFTER_REVIEW));
    recovery.setVariable(
        RecoveryVariables.HOLD_OTHERWISE, plan.<String>getEntry(RecoveryVariables.HOLD_OTHERWISE));
    cases.writeWays(
        execution.getProcessBusinessKey(),
        Arrays.stream(order.split(","))
            .map(String::strip)
            .map(Way::ofKey)
            .flatMap(Optional::stream)
            .toList());
  }
}
