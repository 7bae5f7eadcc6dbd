package dev.latchkey.process;

import dev.latchkey.messaging.Outbox;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.OneTimeCodes;
import org.springframework.stereotype.Component;

/** Ends what a case still has open towards people, so that nothing of it works afterwards (P4). */
@Component
class CaseEndings {
  private final OneTimeCodes codes;
  private final Outbox outbox;
  private final LoginRequests loginRequests;

  CaseEndings(OneTimeCodes codes, Outbox outbox, LoginRequests loginRequests) {
    this.codes = codes;
    this.outbox = outbox;
    this.loginRequests = loginRequests;
  }

  /**
   * Codes stop working, messages not yet sent expire, login requests close. Joins the transaction.
   */
  void of(String caseId) {
    codes.closeAll(caseId);
    outbox.expireAll(caseId);
    loginRequests.closeAll(caseId);
  }
}
