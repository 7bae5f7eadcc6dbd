package dev.latchkey.process;

import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.Submitted;
import dev.latchkey.review.Reviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the person told support. */
@Component
class RecordStatementDelegate implements JavaDelegate {
  private final Reviews reviews;

  RecordStatementDelegate(Reviews reviews) {
    this.reviews = reviews;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Answer.Statement given = SubmittedValues.get(Submitted.STATEMENT, Answer.Statement.class);
    reviews.state(
        execution.getProcessBusinessKey(),
        given.statement(),
        given.lost(),
        given.lastSignIn(),
        given.contact());
  }
}
