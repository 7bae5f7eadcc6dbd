package dev.latchkey.process;

import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.proof.CheckOutcome;
import dev.latchkey.proof.CodeIssue;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.Submission;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.PendingAddresses;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.ChallengeState;
import dev.latchkey.review.Inquiries;
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
  private final PendingAddresses pending;
  private final Inquiries inquiries;

  CodeChecker(
      CaseStore cases,
      OneTimeCodes codes,
      BackupCodes backupCodes,
      AuthenticatorApp app,
      Attempts attempts,
      ProofLedger ledger,
      Reviews reviews,
      PendingAddresses pending,
      Inquiries inquiries) {
    this.cases = cases;
    this.codes = codes;
    this.backupCodes = backupCodes;
    this.app = app;
    this.attempts = attempts;
    this.ledger = ledger;
    this.reviews = reviews;
    this.pending = pending;
    this.inquiries = inquiries;
  }

  /** A code that was sent: the newest of the recovery is the only one that counts. */
  CheckOutcome sentCode(String caseId, Submission submission) {
    CodeIssue issue = codes.newest(caseId).orElseThrow();
    CheckOutcome outcome = codes.check(caseId, issue.use(), submission);
    if (outcome == CheckOutcome.ACCEPTED) {
      attempts.succeeded(submission.attempt().subject(), issue.way());
      shown(caseId, issue);
    }
    return noted(caseId, outcome);
  }

  /** Only an address that was on file before proves anything about the account (R9, R12). */
  private void shown(String caseId, CodeIssue issue) {
    switch (issue.use()) {
      case PROOF -> ledger.record(caseId, issue.way(), issue.addressId());
      case CONTACT -> reviews.confirmContact(caseId);
      case ADDRESS -> pending.confirm(caseId);
      case CHALLENGE -> inquiries.settle(caseId, ChallengeState.PASSED);
    }
  }

  CheckOutcome backupCode(String caseId, Submission submission) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    CheckOutcome outcome = backupCodes.check(recovery.accountId(), submission);
    noted(caseId, outcome);
    if (outcome == CheckOutcome.ACCEPTED) {
      prove(caseId, submission);
      if (backupCodes.active(recovery.accountId()) == 0) {
        cases.writeNotice(caseId, Notice.LAST_BACKUP_CODE);
      }
    }
    return outcome;
  }

  CheckOutcome appCode(String caseId, Submission submission) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    CheckOutcome outcome = app.check(recovery.accountId(), submission);
    noted(caseId, outcome);
    if (outcome == CheckOutcome.ACCEPTED) {
      prove(caseId, submission);
    } else if (outcome == CheckOutcome.CLOCK_OFF && provenSomething(recovery)) {
      cases.writeNotice(caseId, Notice.CLOCK_OFF);
    }
    return outcome;
  }

  /** Nobody else is told that a code was nearly right: it would tell that there is an app. */
  private boolean provenSomething(RecoveryCase recovery) {
    return recovery.purpose() == CasePurpose.SIGN_IN || !ledger.of(recovery.id()).isEmpty();
  }

  private void prove(String caseId, Submission submission) {
    Way way = submission.attempt().way();
    attempts.succeeded(submission.attempt().subject(), way);
    ledger.record(caseId, way, null);
  }

  private CheckOutcome noted(String caseId, CheckOutcome outcome) {
    cases.writeNotice(
        caseId,
        switch (outcome) {
          case ACCEPTED -> null;
          case WRONG, CLOCK_OFF -> Notice.WRONG_CODE;
          case EXPIRED -> Notice.EXPIRED_CODE;
          case INACTIVE -> Notice.INACTIVE_BACKUP_CODE;
          case EXHAUSTED -> Notice.ATTEMPTS_EXHAUSTED;
        });
    return outcome;
  }
}
