package dev.latchkey.recovery;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.Address;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofKind;
import dev.latchkey.proof.ProofRule;
import dev.latchkey.proof.Way;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * When access must be held back so that the account holder can object (R14): after a human review,
 * when all second factors are reset, for three days after somebody said "this wasn't me" (whoever
 * holds one told address could say it, and be first to recover), and when the only address that
 * would hear of it is the one that gave the proof. The plan may ask for a longer hold, never for a
 * shorter one.
 *
 * <p>Where a reviewer vouched, a stronger proof that comes afterwards, a backup code or a code of
 * the authenticator app, makes the hold shorter: whoever talked the reviewer into it has neither.
 */
@Component
public class HoldRule {
  /** How long after "this wasn't me" nobody gets in. */
  private static final Duration FROZEN = Duration.ofDays(3);

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
        || frozenUntil(account).isPresent()
        || nobodyElseWouldHear(account, proofs);
  }

  /** Whether a person of the support staff vouched. */
  public static boolean reviewed(Collection<Proof> proofs) {
    return vouchedAt(proofs).isPresent();
  }

  /** Whether a stronger proof came after the approval, so that the hold may be shorter. */
  public static boolean strengthened(Collection<Proof> proofs) {
    return proofs.stream().anyMatch(stronger(proofs));
  }

  /** The planned length, but at least what the account's kind requires. */
  public Duration length(Account account, Duration planned) {
    return atLeast(admin(account) ? limits.minimumAdminHold() : limits.minimumHold(), planned);
  }

  /** The same once a stronger proof was shown. */
  public Duration shortLength(Account account, Duration planned) {
    return atLeast(
        admin(account)
            ? limits.minimumAdminHoldWithStrongerProof()
            : limits.minimumHoldWithStrongerProof(),
        planned);
  }

  /** Until when (UTC) nobody gets in because of "this wasn't me"; empty if that is over. */
  public Optional<Instant> frozenUntil(Account account) {
    return cases
        .lastObjection(account.id())
        .map(objected -> objected.plus(FROZEN))
        .filter(end -> end.isAfter(clock.instant()));
  }

  /**
   * When access may be given at the earliest (UTC), whatever the plan says. Counted from the proof
   * that sufficed, and from an approval: what is proven later puts nothing off.
   *
   * @return {@link Instant#MAX} while the proofs do not suffice
   */
  public Instant earliest(Account account, Collection<Proof> proofs) {
    Optional<Instant> begun = begun(account, proofs);
    if (begun.isEmpty()) {
      return Instant.MAX;
    }
    Instant full = begun.get().plus(length(account, Duration.ZERO));
    Instant shorter =
        strengthened(proofs) ? last(proofs).plus(shortLength(account, Duration.ZERO)) : full;
    Instant earliest = shorter.isBefore(full) ? shorter : full;
    return frozenUntil(account).filter(end -> end.isAfter(earliest)).orElse(earliest);
  }

  private static Optional<Instant> begun(Account account, Collection<Proof> proofs) {
    List<Proof> inOrder = proofs.stream().sorted(Comparator.comparing(Proof::provenAt)).toList();
    Optional<Instant> enough =
        IntStream.rangeClosed(1, inOrder.size())
            .mapToObj(count -> inOrder.subList(0, count))
            .filter(first -> ProofRule.missing(account.secondFactor(), first) == 0)
            .findFirst()
            .map(HoldRule::last);
    return enough.map(at -> vouchedAt(proofs).filter(vouched -> vouched.isAfter(at)).orElse(at));
  }

  /** Of proofs of which there are some. */
  private static Instant last(Collection<Proof> proofs) {
    return proofs.stream().map(Proof::provenAt).max(Instant::compareTo).orElseThrow();
  }

  private static Predicate<Proof> stronger(Collection<Proof> proofs) {
    Optional<Instant> vouched = vouchedAt(proofs);
    return proof ->
        (proof.way().kind() == ProofKind.SAVED || proof.way().kind() == ProofKind.BOUND)
            && vouched.filter(at -> proof.provenAt().isAfter(at)).isPresent();
  }

  private static Optional<Instant> vouchedAt(Collection<Proof> proofs) {
    return proofs.stream()
        .filter(proof -> proof.way() == Way.HUMAN_REVIEW)
        .map(Proof::provenAt)
        .max(Instant::compareTo);
  }

  private static boolean admin(Account account) {
    return account.kind() == AccountKind.ADMIN;
  }

  private static Duration atLeast(Duration least, Duration planned) {
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
