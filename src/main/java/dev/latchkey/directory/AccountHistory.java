package dev.latchkey.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * What the directory remembers of an account beside its present state. For comparing with what a
 * person says; nothing of it is shown as it stands.
 */
public interface AccountHistory {

  /** When the account was opened (UTC); empty for an unknown id. */
  Optional<Instant> openedAt(String accountId);

  /** When an address was last added or removed (UTC); empty if that is not known to be so. */
  Optional<Instant> contactChangedAt(String accountId);

  /** Whether any address that the account once had is remembered. */
  boolean remembersAddresses(String accountId);

  /**
   * Whether the account once had this address and no longer has it.
   *
   * @param value e-mail address in lower case, or phone number in E.164 form
   */
  boolean hadAddress(String accountId, AddressKind kind, String value);
}
