package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import dev.latchkey.review.ReviewRules;
import dev.latchkey.review.Reviews;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Refuses a decision that its reviewer may not take; the task stays open. */
@Component
class ReviewRulesListener implements TaskListener {
  private final CaseStore cases;
  private final ReviewRules rules;
  private final Reviews reviews;

  ReviewRulesListener(CaseStore cases, ReviewRules rules, Reviews reviews) {
    this.cases = cases;
    this.rules = rules;
    this.reviews = reviews;
  }

  @Override
  public void notify(DelegateTask task) {
    String caseId = task.getExecution().getProcessBusinessKey();
    rules
        .objection(
            cases.byId(caseId).orElseThrow().accountId(),
            task.getAssignee(),
            Reviewer.current(task.getExecution()),
            (String) task.getVariable(RecoveryVariables.DECISION),
            (String) task.getVariable(RecoveryVariables.REASON))
        .ifPresent(
            sentence -> {
              throw new ProcessEngineException(sentence);
            });
    reviews.clear(caseId, task.getAssignee());
  }
}
