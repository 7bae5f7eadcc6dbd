package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import dev.latchkey.review.ChallengeState;
import dev.latchkey.review.Inquiries;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The person did not answer in time: their request ends, and they are to be told so. */
@Component
class EndRequestDelegate implements JavaDelegate {
  private final Inquiries inquiries;
  private final Notices notices;

  EndRequestDelegate(Inquiries inquiries, Notices notices) {
    this.inquiries = inquiries;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    inquiries.settle(caseId, ChallengeState.UNANSWERED);
    notices.tellContact(caseId, Purpose.REVIEW_UNANSWERED);
  }
}
