package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.review.ReviewObjection;
import dev.latchkey.review.ReviewTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Audits refused decisions, in a transaction of their own: the one of the refused task rolls back.
 */
@Component
class RefusalLog {
  private static final String NOBODY = "nobody";

  private final AuditLog audit;
  private final TransactionTemplate ownTransaction;

  RefusalLog(AuditLog audit, PlatformTransactionManager manager) {
    this.audit = audit;
    this.ownTransaction = new TransactionTemplate(manager);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  void note(ReviewTask task, ReviewObjection objection) {
    String actor = task.reviewer() == null ? NOBODY : task.reviewer();
    ownTransaction.executeWithoutResult(
        status -> audit.record(task.caseId(), actor, "review", "refused", objection.key()));
  }
}
