package dev.latchkey.recovery;

import dev.latchkey.proof.Way;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a person may know of their recovery: made from the case's row alone, the same for an account
 * and a decoy.
 *
 * @param caseId id of the case; never shown in full and never a secret that opens anything
 * @param purpose what the case is for
 * @param step extension property {@code step} of the element the process waits at: preparing,
 *     sending-code, enter-code, wait-for-send, enter-backup-code, enter-app-code, await-approval,
 *     describe-situation, await-review, answer-support, hold, choose-password, restoring, own-step,
 *     done
 * @param stepNumber rises with each step written; an answer must name the one it was made for
 * @param way the way in progress, or null
 * @param confirmsContact true while the code goes to the contact address of a support request
 * @param ways all ways of the plan, in order
 * @param offers messages that the process waits for and a person may send
 * @param due when the process moves on by itself (UTC), or null
 * @param notice key of what happened last (not-received, undelivered, attempts-exhausted, left,
 *     limited, wrong-code, expired-code, inactive-backup-code, next-send-later,
 *     contact-unconfirmed, proof-missing, ...), or null
 * @param approvalNumber the two digits to be typed on the approving device, at step await-approval;
 *     else null
 * @param holdUntil end of the security hold (UTC), or null
 */
public record RecoveryView(
    String caseId,
    CasePurpose purpose,
    RecoveryStatus status,
    String step,
    int stepNumber,
    Way way,
    boolean confirmsContact,
    List<Way> ways,
    Set<RecoveryMessage> offers,
    Instant due,
    String notice,
    Instant holdUntil,
    Locale locale,
    Instant openedAt,
    String approvalNumber) {
  private static final Set<String> WITH_CODE =
      Set.of("sending-code", "enter-code", "wait-for-send");

  /** Short reference for talking to support; opens nothing. */
  public String reference() {
    return caseId.substring(0, 8);
  }

  /** Whether the code in progress goes to an older address, because a reviewer wants to see it. */
  public boolean forReviewer() {
    return way == Way.HUMAN_REVIEW && !confirmsContact && WITH_CODE.contains(step);
  }

  /** Whether the person can send this message now. */
  public boolean offers(RecoveryMessage message) {
    return offers.contains(message);
  }
}
