package dev.latchkey.recovery;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.Address;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.Way;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * When access must be held back so that the account holder can object (R14): after a human review,
 * when all second factors are reset, for three days after somebody said "this wasn't me" (whoever
 * holds one told address could say it, and be first to recover), and when the only address that
 * would hear of it is the one that gave the proof. The plan may ask for a longer hold, never for a
 * shorter one.
 */
@Component
public class HoldRule {
  /** How long after "this wasn't me" nobody gets in without the others having time to object. */
  private static final Duration AFTER_OBJECTION = Duration.ofDays(3);

  private final RecoveryProperties limits;
  private final CaseStore cases;
  private final Clock clock;

  HoldRule(RecoveryProperties limits, CaseStore cases, Clock clock) {
    this.limits = limits;
    this.cases = cases;
    this.clock = clock;
  }

  /** Whether these proofs for this account need a hold. */
  public boolean wanted(CasePurpose purpose, Account account, Collection<Proof> proofs) {
    return purpose == CasePurpose.SECOND_FACTOR
        || reviewed(proofs)
        || cases.objectedSince(account.id(), clock.instant().minus(AFTER_OBJECTION))
        || nobodyElseWouldHear(account, proofs);
  }

  /** Whether a person of the support staff vouched. */
  public static boolean reviewed(Collection<Proof> proofs) {
    return proofs.stream().anyMatch(proof -> proof.way() == Way.HUMAN_REVIEW);
  }

  /** The planned length, but at least what the account's kind requires. */
  public Duration length(Account account, Duration planned) {
    Duration least =
        account.kind() == AccountKind.ADMIN ? limits.minimumAdminHold() : limits.minimumHold();
    return planned.compareTo(least) < 0 ? least : planned;
  }

  private static boolean nobodyElseWouldHear(Account account, Collection<Proof> proofs) {
    List<Address> told = account.notifiable();
    if (told.isEmpty()) {
      return true;
    }
    return told.size() == 1
        && proofs.stream().anyMatch(proof -> told.get(0).id().equals(proof.addressId()));
  }
}
