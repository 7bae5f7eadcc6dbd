package dev.latchkey.process;

import dev.latchkey.review.Demand;
import dev.latchkey.review.Reviews;
import dev.latchkey.review.RiskLevel;
import java.time.Duration;
import java.util.Locale;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/**
 * After "Decide who must approve": keeps in our table what the policy demands of the review, and
 * lets its short hold take the place of the plan's.
 */
@Component
class RememberPolicyListener implements ExecutionListener {
  private final Reviews reviews;

  RememberPolicyListener(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void notify(DelegateExecution execution) {
    DmnDecisionResult result =
        (DmnDecisionResult) execution.getVariable(RecoveryVariables.DECISION_RESULT);
    DmnDecisionResultEntries policy = result.getSingleResult();
    if (policy == null) {
      throw new IllegalStateException("ReviewPolicy has no row for this review");
    }
    String risk = (String) execution.getVariable(RecoveryVariables.RISK);
    String shortHold = policy.getEntry(RecoveryVariables.HOLD_WITH_STRONGER_PROOF);
    reviews.demand(
        execution.getProcessBusinessKey(),
        new Demand(
            policy.<Number>getEntry(RecoveryVariables.REVIEWERS).intValue(),
            RiskLevel.valueOf(risk.toUpperCase(Locale.ROOT)),
            Duration.parse(shortHold)));
    execution
        .getProcessInstance()
        .setVariable(RecoveryVariables.HOLD_WITH_STRONGER_PROOF, shortHold);
  }
}
