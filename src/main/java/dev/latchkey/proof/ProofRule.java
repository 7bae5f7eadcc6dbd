package dev.latchkey.proof;

import java.util.Collection;

/**
 * How much proof restores access: two proofs of different kinds where the account has a second
 * factor, else one (NIST SP 800-63B-4, section 4.2.2). Two proofs of one kind count as one.
 */
public final class ProofRule {
  private ProofRule() {}

  /** How many proofs, each of a kind not given yet, are still wanted; 0 when it is enough. */
  public static int missing(boolean secondFactor, Collection<Proof> given) {
    int wanted = secondFactor ? 2 : 1;
    long kinds = given.stream().map(proof -> proof.way().kind()).distinct().count();
    return (int) Math.max(0, wanted - kinds);
  }
}
