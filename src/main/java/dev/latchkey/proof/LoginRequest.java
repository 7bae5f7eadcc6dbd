package dev.latchkey.proof;

import java.time.Instant;

/**
 * A request to approve a sign-in or recovery on a device that is signed in already.
 *
 * @param id names the request; not a secret
 * @param caseId the sign-in or recovery that waits for it
 * @param number the two digits shown to the one who asks, who must be told to type them on the
 *     approving device; null where the request was read for that device, which must not know it
 * @param device as the asking client describes itself, or null
 * @param network the asking client's network, shortened for display, or null
 * @param state where it stands; an open one may have run out, see {@code expiresAt}
 * @param openedAt UTC
 * @param expiresAt UTC
 */
public record LoginRequest(
    String id,
    String caseId,
    String number,
    String device,
    String network,
    State state,
    Instant openedAt,
    Instant expiresAt) {

  /** Where a login request stands. */
  public enum State {
    OPEN,
    APPROVED,
    DENIED,
    /** The asking side went another way, or the number was typed wrong too often. */
    CLOSED
  }
}
