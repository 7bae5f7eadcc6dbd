package dev.latchkey.recovery;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.Address;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.Way;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * When access must be held back so that the account holder can object (R14): after a human review,
 * when all second factors are reset, and when the only address that would hear of it is the one
 * that gave the proof. The plan may ask for a longer hold, never for a shorter one.
 */
@Component
public class HoldRule {
  private final RecoveryProperties limits;

  HoldRule(RecoveryProperties limits) {
    this.limits = limits;
  }

  /** Whether these proofs for this account need a hold. */
  public boolean wanted(CasePurpose purpose, Account account, Collection<Proof> proofs) {
    return purpose == CasePurpose.SECOND_FACTOR
        || reviewed(proofs)
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
