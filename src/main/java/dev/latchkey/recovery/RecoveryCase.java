package dev.latchkey.recovery;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.proof.Way;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One recovery as its row tells it. All instants are UTC.
 *
 * @param identifier what was typed, until the account was looked up; null afterwards
 * @param accountId null for a decoy, and before the account was looked up
 * @param typedAddressId the account's address that was typed, or null
 * @param typedTargetHash keyed hash of the address or number that was typed, or null: under it the
 *     sends of a decoy are counted, as those of an account are
 * @param subject under what wrong tries are counted: the account id, or a keyed hash for a decoy
 * @param device the asking client as it describes itself, or null
 * @param network the asking client's network, shortened for display, or null
 * @param way the way in progress, or null
 * @param confirmsContact whether codes go to the contact address of a support request
 * @param approvalNumber the two digits to be typed on the approving device, or null
 * @param holdUntil end of the security hold, or null if there is none
 * @param change what was changed, for a case of that purpose; null for all others
 */
public record RecoveryCase(
    String id,
    CasePurpose purpose,
    IdentifierKind identifierKind,
    String identifier,
    String accountId,
    String typedAddressId,
    String typedTargetHash,
    String subject,
    String clientHash,
    String device,
    String network,
    Locale locale,
    RecoveryStatus status,
    String step,
    int stepNumber,
    Way way,
    boolean confirmsContact,
    List<Way> ways,
    Set<RecoveryMessage> offers,
    Instant dueAt,
    String notice,
    Instant holdUntil,
    Instant createdAt,
    Instant restoredAt,
    String approvalNumber,
    AccountChange change) {

  /** True when no usable account stands behind the case. */
  public boolean decoy() {
    return accountId == null;
  }

  /** Whether the recovery still runs. */
  public boolean open() {
    return status == RecoveryStatus.OPEN;
  }

  RecoveryView view() {
    return new RecoveryView(
        id,
        purpose,
        status,
        step,
        stepNumber,
        way,
        confirmsContact,
        ways,
        offers,
        dueAt,
        notice,
        holdUntil,
        locale,
        createdAt,
        approvalNumber);
  }
}
