package dev.latchkey.process;

import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.proof.CheckOutcome;
import dev.latchkey.proof.CodeIssue;
import dev.latchkey.proof.CodeUse;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.Submission;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.Reviews;
import org.springframework.stereotype.Component;

/** Checks submitted codes; a right one goes into the proof ledger in the same transaction. */
@Component
class CodeChecker {
  private final CaseStore cases;
  private final OneTimeCodes codes;
  private final BackupCodes backupCodes;
  private final AuthenticatorApp app;
  private final Attempts attempts;
  private final ProofLedger ledger;
  private final Reviews reviews;

  CodeChecker(
      CaseStore cases,
      OneTimeCodes codes,
      BackupCodes backupCodes,
      AuthenticatorApp app,
      Attempts attempts,
      ProofLedger ledger,
      Reviews reviews) {
    this.cases = cases;
    this.codes = codes;
    this.backupCodes = backupCodes;
    this.app = app;
    this.attempts = attempts;
    this.ledger = ledger;
    this.reviews = reviews;
  }

  /** A code that was sent: the newest of the recovery is the only one that counts. */
  CheckOutcome sentCode(String caseId, Submission submission) {
    CodeIssue issue = codes.newest(caseId).orElseThrow();
    CheckOutcome outcome = codes.check(caseId, issue.use(), submission);
    if (outcome == CheckOutcome.ACCEPTED && issue.use() == CodeUse.CONTACT) {
      attempts.succeeded(submission.attempt().subject(), issue.way());
      reviews.confirmContact(caseId);
    } else if (outcome == CheckOutcome.ACCEPTED) {
      prove(caseId, submission, issue.addressId());
    }
    return noted(caseId, outcome);
  }

  CheckOutcome backupCode(String caseId, Submission submission) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    CheckOutcome outcome = backupCodes.check(recovery.accountId(), submission);
    noted(caseId, outcome);
    if (outcome == CheckOutcome.ACCEPTED) {
      prove(caseId, submission, null);
      if (backupCodes.active(recovery.accountId()) == 0) {
        cases.writeNotice(caseId, Notice.LAST_BACKUP_CODE);
      }
    }
    return outcome;
  }

  CheckOutcome appCode(String caseId, Submission submission) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    CheckOutcome outcome = app.check(recovery.accountId(), submission);
    if (outcome == CheckOutcome.ACCEPTED) {
      prove(caseId, submission, null);
    }
    return noted(caseId, outcome);
  }

  private void prove(String caseId, Submission submission, String addressId) {
    Way way = submission.attempt().way();
    attempts.succeeded(submission.attempt().subject(), way);
    ledger.record(caseId, way, addressId);
  }

  private CheckOutcome noted(String caseId, CheckOutcome outcome) {
    cases.writeNotice(
        caseId,
        switch (outcome) {
          case ACCEPTED -> null;
          case WRONG -> Notice.WRONG_CODE;
          case EXPIRED -> Notice.EXPIRED_CODE;
          case INACTIVE -> Notice.INACTIVE_BACKUP_CODE;
          case EXHAUSTED -> Notice.ATTEMPTS_EXHAUSTED;
        });
    return outcome;
  }
}
