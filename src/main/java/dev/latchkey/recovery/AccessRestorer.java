package dev.latchkey.recovery;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.ChangeTakenBack;
import dev.latchkey.directory.CredentialsReset;
import dev.latchkey.directory.PasswordHash;
import dev.latchkey.proof.Attempts;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.ProofRule;
import dev.latchkey.proof.Way;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lock (R25). Asks the proof ledger and the hold rule itself, whatever path the diagram took,
 * and only then sets the new password or removes the lost second factor.
 */
@Component
public class AccessRestorer {
  private final CaseStore cases;
  private final AccountDirectory directory;
  private final ProofLedger ledger;
  private final HoldRule holds;
  private final OpenCases others;
  private final Attempts attempts;
  private final AuthenticatorApp app;
  private final BackupCodes backupCodes;
  private final RecoveryProperties limits;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AccessRestorer(
      CaseStore cases,
      AccountDirectory directory,
      ProofLedger ledger,
      HoldRule holds,
      OpenCases others,
      Attempts attempts,
      AuthenticatorApp app,
      BackupCodes backupCodes,
      RecoveryProperties limits,
      AuditLog audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.cases = cases;
    this.directory = directory;
    this.ledger = ledger;
    this.holds = holds;
    this.others = others;
    this.attempts = attempts;
    this.app = app;
    this.backupCodes = backupCodes;
    this.limits = limits;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Sets the chosen password, ends all sessions and closes other recoveries of the account. Exactly
   * one call per recovery succeeds.
   *
   * @throws AccessRefused if the purpose, the proofs, the hold or the state of case or account do
   *     not allow it; the transaction must be rolled back
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void restore(String caseId) {
    RecoveryCase recovery = caseFor(caseId, CasePurpose.PASSWORD);
    Account account = unlocked(recovery);
    String hash =
        cases.pendingPassword(caseId).orElseThrow(() -> new AccessRefused("no password chosen"));
    markRestored(caseId);
    directory.resetPassword(account.id(), new PasswordHash(hash));
    finish(recovery, account, "restore-access");
  }

  /**
   * Removes the second factor of an account whose holder lost it, with everything that belongs to
   * it; the password stays. At the next sign-in the holder is led to set up a new one. Exactly one
   * call per recovery succeeds.
   *
   * @throws AccessRefused as {@link #restore}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void removeLostFactor(String caseId) {
    RecoveryCase recovery = caseFor(caseId, CasePurpose.SECOND_FACTOR);
    Account account = unlocked(recovery);
    markRestored(caseId);
    if (account.secondFactor()) {
      cases.noteChange(caseId, AccountChange.SECOND_FACTOR_OFF);
    }
    directory.setSecondFactor(account.id(), false);
    directory.leadToSetUp(account.id(), true);
    app.remove(account.id());
    backupCodes.removeAll(account.id());
    finish(recovery, account, "remove-lost-factor");
  }

  private RecoveryCase caseFor(String caseId, CasePurpose purpose) {
    return cases
        .byId(caseId)
        .filter(recovery -> recovery.purpose() == purpose)
        .orElseThrow(() -> new AccessRefused("no recovery for this purpose"));
  }

  /** The account, if proofs and hold open the lock. */
  private Account unlocked(RecoveryCase recovery) {
    Account account = activeAccountOf(recovery);
    List<Proof> proofs =
        ledger.of(recovery.id()).stream().filter(proof -> counts(proof, account)).toList();
    requireProofs(account, proofs);
    requireHoldOver(recovery, account, proofs);
    return account;
  }

  private void markRestored(String caseId) {
    if (!cases.markRestored(caseId, clock.instant())) {
      throw new AccessRefused("the recovery is not open");
    }
  }

  private void finish(RecoveryCase recovery, Account account, String action) {
    events.publishEvent(new CredentialsReset(account.id()));
    attempts.setUpAgain(account.id(), EnumSet.allOf(Way.class));
    others.cancelOthers(account.id(), recovery.id(), purpose -> true);
    audit.record(recovery.id(), "account-holder", action, "restored", null);
  }

  /**
   * Takes back what a recovery or change did: "this wasn't me". Nobody signs in to the account any
   * more until it is recovered by its owner, and who was signed in no longer is. Other recoveries
   * of the account end as well: whoever began them begins anew, behind the freeze.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeBack(String caseId) {
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    boolean revoked = cases.stopRestored(caseId);
    if (revoked) {
      revokeAccess(recovery);
    } else {
      cases.close(caseId, RecoveryStatus.STOPPED);
    }
    if (!recovery.decoy()) {
      others.cancelOthers(recovery.accountId(), caseId, CasePurpose::recovers);
    }
    audit.record(
        caseId, "account-holder", "not-me", revoked ? "access-revoked" : "recovery-stopped", null);
  }

  /**
   * Whoever is signed in may be the intruder: what they began on the account ends as well. A second
   * factor that they had removed is on again, or one proof would do for their next recovery (R11).
   */
  private void revokeAccess(RecoveryCase recovery) {
    String accountId = recovery.accountId();
    directory.revokePassword(accountId);
    events.publishEvent(new CredentialsReset(accountId));
    others.cancelOthers(accountId, recovery.id(), purpose -> !purpose.recovers());
    if (recovery.purpose() == CasePurpose.SECOND_FACTOR
        && recovery.change() == AccountChange.SECOND_FACTOR_OFF) {
      directory.setSecondFactor(accountId, true);
    }
    if (recovery.purpose() == CasePurpose.ACCOUNT_CHANGE) {
      events.publishEvent(new ChangeTakenBack(recovery.id(), accountId));
    }
  }

  private Account activeAccountOf(RecoveryCase recovery) {
    if (recovery.decoy()) {
      throw new AccessRefused("no account");
    }
    return directory
        .findById(recovery.accountId())
        .filter(account -> account.status() == AccountStatus.ACTIVE)
        .orElseThrow(() -> new AccessRefused("the account is not active"));
  }

  /**
   * A proof ages, and one by an address counts only while the address is verified on the account.
   */
  private boolean counts(Proof proof, Account account) {
    boolean fresh = proof.provenAt().plus(limits.proofLifetime()).isAfter(clock.instant());
    boolean stillTheirs =
        proof.addressId() == null
            || account.addresses().stream()
                .filter(Address::verified)
                .anyMatch(address -> address.id().equals(proof.addressId()));
    return fresh && stillTheirs;
  }

  private static void requireProofs(Account account, List<Proof> proofs) {
    int missing = ProofRule.missing(account.secondFactor(), proofs);
    if (missing > 0) {
      throw new AccessRefused("proofs missing: " + missing);
    }
  }

  private void requireHoldOver(RecoveryCase recovery, Account account, List<Proof> proofs) {
    if (!holds.wanted(recovery.purpose(), account, proofs)) {
      return;
    }
    Instant now = clock.instant();
    boolean over =
        recovery.holdUntil() != null
            && !now.isBefore(recovery.holdUntil())
            && !now.isBefore(holds.earliest(account, proofs));
    if (!over) {
      throw new AccessRefused("the security hold is not over");
    }
  }
}
