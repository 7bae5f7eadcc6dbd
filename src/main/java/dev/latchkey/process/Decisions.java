package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.Clearance;
import dev.latchkey.review.Clearances;
import dev.latchkey.review.Reviews;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Carries out what reviewers decided under the rules. An approval reaches the proof ledger only
 * when nobody is missing any more.
 */
@Component
class Decisions {
  /** How many approve an administrator's account, whatever the policy says. */
  private static final int LEAST_FOR_ADMINS = 2;

  private static final String ACTION = "review";

  private final Clearances clearances;
  private final Reviews reviews;
  private final Questions questions;
  private final ProofLedger ledger;
  private final CaseStore cases;
  private final AccountDirectory directory;
  private final AuditLog audit;

  Decisions(
      Clearances clearances,
      Reviews reviews,
      Questions questions,
      ProofLedger ledger,
      CaseStore cases,
      AccountDirectory directory,
      AuditLog audit) {
    this.clearances = clearances;
    this.reviews = reviews;
    this.questions = questions;
    this.ledger = ledger;
    this.cases = cases;
    this.directory = directory;
    this.audit = audit;
  }

  /** How the request stands now. */
  enum Standing {
    APPROVED,
    SECOND_WANTED,
    DECLINED,
    ASKED
  }

  /** Once per completed task: a second time fails, so that an approval counts exactly once. */
  Standing record(String caseId, String reviewer) {
    Clearance given =
        Optional.ofNullable(reviewer)
            .flatMap(login -> clearances.takeUp(caseId, login))
            .filter(cleared -> reviews.waiting(caseId))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No decision: the request was decided already, or its task was not"
                            + " completed"));
    cases.writeNotice(caseId, null);
    return switch (given.decision()) {
      case ASK -> ask(given);
      case DECLINE -> decline(given);
      case APPROVE -> approve(given);
    };
  }

  private Standing ask(Clearance given) {
    questions.ask(given, cases.byId(given.caseId()).orElseThrow().accountId());
    audit.record(given.caseId(), given.reviewer(), ACTION, "asked", null);
    return Standing.ASKED;
  }

  private Standing decline(Clearance given) {
    if (!reviews.decline(given)) {
      throw new IllegalStateException("The request was decided already");
    }
    return audited(given, Standing.DECLINED, "declined");
  }

  private Standing approve(Clearance given) {
    if (!reviews.approve(given, floor(given.caseId()))) {
      return audited(given, Standing.SECOND_WANTED, "approved-first");
    }
    ledger.record(given.caseId(), Way.HUMAN_REVIEW, null);
    return audited(given, Standing.APPROVED, "approved");
  }

  private Standing audited(Clearance given, Standing standing, String outcome) {
    audit.record(given.caseId(), given.reviewer(), ACTION, outcome, given.reason().key());
    return standing;
  }

  private int floor(String caseId) {
    return cases
        .byId(caseId)
        .map(RecoveryCase::accountId)
        .flatMap(directory::findById)
        .filter(account -> account.kind() == AccountKind.ADMIN)
        .map(admin -> LEAST_FOR_ADMINS)
        .orElse(1);
  }
}
