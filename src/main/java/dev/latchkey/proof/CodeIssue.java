package dev.latchkey.proof;

import java.time.Instant;

/**
 * One code of one recovery. The code itself is not in here: it is derived when it is needed.
 *
 * @param number counts the issues of this recovery and way from 1
 * @param targetHash keyed hash of where the code goes
 * @param addressId the account's address, or null for a decoy or a contact address
 * @param deliverable false for a decoy's code, which nobody gets and nothing accepts
 * @param expiresAt end of the typed code's life
 * @param linkExpiresAt end of the e-mail link's life
 */
public record CodeIssue(
    String id,
    String caseId,
    Way way,
    CodeUse use,
    int number,
    String targetHash,
    String addressId,
    boolean deliverable,
    CodeState state,
    Instant issuedAt,
    Instant expiresAt,
    Instant linkExpiresAt) {

  /** Whether this is the one the recovery waits for. It may have run out all the same. */
  public boolean open() {
    return state == CodeState.OPEN;
  }
}
