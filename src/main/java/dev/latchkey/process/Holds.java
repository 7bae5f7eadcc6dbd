package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.HoldRule;
import dev.latchkey.recovery.RecoveryCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins security holds. */
@Component
class Holds {
  private final CaseStore cases;
  private final AccountDirectory directory;
  private final ProofLedger ledger;
  private final HoldRule rule;
  private final Clock clock;

  Holds(
      CaseStore cases, AccountDirectory directory, ProofLedger ledger, HoldRule rule, Clock clock) {
    this.cases = cases;
    this.directory = directory;
    this.ledger = ledger;
    this.rule = rule;
    this.clock = clock;
  }

  /**
   * Begins a hold where the proofs want one.
   *
   * @return its end (UTC), or empty if none is wanted
   */
  Optional<Instant> begin(String caseId, Duration afterReview, Duration otherwise) {
    List<Proof> proofs = ledger.of(caseId);
    RecoveryCase recovery = cases.byId(caseId).orElseThrow();
    Account account = directory.findById(recovery.accountId()).orElseThrow();
    if (!rule.wanted(recovery.purpose(), account, proofs)) {
      return Optional.empty();
    }
    Duration planned = HoldRule.reviewed(proofs) ? afterReview : otherwise;
    Instant until = clock.instant().plus(rule.length(account, planned));
    cases.writeHold(caseId, until);
    return Optional.of(until);
  }
}
