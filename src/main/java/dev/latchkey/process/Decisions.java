package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.review.ReviewReason;
import dev.latchkey.review.Reviews;
import org.springframework.stereotype.Component;

/** Carries out a reviewer's decision. */
@Component
class Decisions {
  private final Reviews reviews;
  private final ProofLedger ledger;
  private final CaseStore cases;
  private final AuditLog audit;

  Decisions(Reviews reviews, ProofLedger ledger, CaseStore cases, AuditLog audit) {
    this.reviews = reviews;
    this.ledger = ledger;
    this.cases = cases;
    this.audit = audit;
  }

  /** Once per request: a second decision fails, so that an approval counts exactly once. */
  void record(String caseId, String reviewer, ReviewReason reason, String note) {
    if (!reviews.decide(caseId, reviewer, reason, note)) {
      throw new IllegalStateException(
          "No decision: the request was decided already, or its task was not completed");
    }
    if (reason.approves()) {
      ledger.record(caseId, Way.HUMAN_REVIEW, null);
    }
    cases.writeNotice(caseId, null);
    audit.record(
        caseId, reviewer, "review", reason.approves() ? "approved" : "declined", reason.key());
  }
}
