package dev.latchkey.process;

import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.Submitted;
import dev.latchkey.review.ReviewFacts;
import dev.latchkey.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the person told support. */
@Component
class RecordStatementDelegate implements JavaDelegate {
  private final Reviews reviews;
  private final ReviewFacts facts;

  RecordStatementDelegate(Reviews reviews, ReviewFacts facts) {
    this.reviews = reviews;
    this.facts = facts;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answer.Statement given = SubmittedValues.get(Submitted.STATEMENT, Answer.Statement.class);
    String caseId = execution.getProcessBusinessKey();
    reviews.state(
        caseId,
        given.statement(),
        String.join(", ", given.lost()),
        given.facts().getOrDefault(Answer.Statement.LAST_SIGN_IN, ""),
        given.contact());
    facts.keep(caseId, given.facts());
  }
}
