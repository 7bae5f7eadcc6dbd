package dev.latchkey.process;

import dev.latchkey.messaging.Outbox;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.review.evidence.EvidenceFiles;
import org.springframework.stereotype.Component;

/** Ends what a case still has open towards people, so that nothing of it works afterwards (P4). */
@Component
class CaseEndings {
  private final OneTimeCodes codes;
  private final Outbox outbox;
  private final LoginRequests loginRequests;
  private final EvidenceFiles evidence;

  CaseEndings(
      OneTimeCodes codes, Outbox outbox, LoginRequests loginRequests, EvidenceFiles evidence) {
    this.codes = codes;
    this.outbox = outbox;
    this.loginRequests = loginRequests;
    this.evidence = evidence;
  }

  /**
   * Codes stop working, messages not yet sent expire, login requests close, files of a request that
   * was given up go. Joins the transaction.
   */
  void of(String caseId) {
    codes.closeAll(caseId);
    outbox.expireAll(caseId);
    loginRequests.closeAll(caseId);
    evidence.caseEnded(caseId);
  }
}
