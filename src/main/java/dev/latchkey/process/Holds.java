package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.HoldRule;
import dev.latchkey.review.Demand;
import dev.latchkey.review.Reviews;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins security holds. */
@Component
class Holds {
  private final CaseStore cases;
  private final AccountDirectory directory;
  private final ProofLedger ledger;
  private final HoldRule rule;
  private final Reviews reviews;
  private final Clock clock;

  Holds(
      CaseStore cases,
      AccountDirectory directory,
      ProofLedger ledger,
      HoldRule rule,
      Reviews reviews,
      Clock clock) {
    this.cases = cases;
    this.directory = directory;
    this.ledger = ledger;
    this.rule = rule;
    this.reviews = reviews;
    this.clock = clock;
  }

  /**
   * Begins a hold where the proofs want one.
   *
   * @return its end (UTC), or empty if none is wanted
   */
  Optional<Instant> begin(String caseId, Duration afterReview, Duration otherwise) {
    CasePurpose purpose = cases.byId(caseId).orElseThrow().purpose();
    return rule.wanted(purpose, accountOf(caseId), ledger.of(caseId))
        ? Optional.of(count(caseId, afterReview, otherwise))
        : Optional.empty();
  }

  /** Counts the hold from now on; returns its end (UTC). */
  Instant count(String caseId, Duration afterReview, Duration otherwise) {
    Instant until = end(caseId, afterReview, otherwise);
    cases.writeHold(caseId, until);
    return until;
  }

  /** When a hold that is counted from now on ends (UTC). Changes nothing. */
  Instant end(String caseId, Duration afterReview, Duration otherwise) {
    Account account = accountOf(caseId);
    Duration planned = HoldRule.reviewed(ledger.of(caseId)) ? afterReview : otherwise;
    return notFrozen(account, clock.instant().plus(rule.length(account, planned)));
  }

  /**
   * When the hold ends (UTC) if it is counted from now on with the stronger proof; empty if that
   * makes it no shorter. Changes nothing.
   */
  Optional<Instant> shorterEnd(String caseId, Duration withStrongerProof) {
    if (!HoldRule.strengthened(ledger.of(caseId))) {
      return Optional.empty();
    }
    Account account = accountOf(caseId);
    Instant present = cases.byId(caseId).orElseThrow().holdUntil();
    Duration length = rule.shortLength(account, longest(caseId, withStrongerProof));
    return Optional.of(notFrozen(account, clock.instant().plus(length)))
        .filter(end -> end.isBefore(present));
  }

  /** What the policy demanded counts, whatever became of the variable since. */
  private Duration longest(String caseId, Duration planned) {
    return reviews
        .demandOn(caseId)
        .map(Demand::holdWithStrongerProof)
        .filter(demanded -> demanded.compareTo(planned) > 0)
        .orElse(planned);
  }

  /** The hold ends then (UTC). */
  void shorten(String caseId, Instant until) {
    cases.writeHold(caseId, until);
  }

  private Instant notFrozen(Account account, Instant end) {
    return rule.frozenUntil(account).filter(frozen -> frozen.isAfter(end)).orElse(end);
  }

  private Account accountOf(String caseId) {
    return cases
        .byId(caseId)
        .flatMap(recovery -> directory.findById(recovery.accountId()))
        .orElseThrow();
  }
}
