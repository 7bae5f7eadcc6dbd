package dev.latchkey.directory;

import java.util.Locale;
import java.util.Optional;

/**
 * Where accounts live. The built-in directory keeps them in our database; others may ask a server.
 * All writes join the caller's transaction where the directory can.
 */
public interface AccountDirectory {

  /**
   * The one account that the identifier names. Empty if there is none, or if a phone number in
   * national notation fits several accounts. Disabled accounts are found too. An e-mail address or
   * phone number is matched against verified addresses only.
   */
  Optional<Account> find(Identifier identifier);

  /** The account with this id, or empty. */
  Optional<Account> findById(String accountId);

  /**
   * As {@link #findById}, for a change that depends on what is found: where the directory can,
   * other such changes of the account wait until the caller's transaction is over.
   */
  Optional<Account> findToChange(String accountId);

  /** Whether signing in needs a second factor from now on. Fails for an unknown id. */
  void setSecondFactor(String accountId, boolean on);

  /** Whether the next sign-in leads to setting up a second factor. Fails for an unknown id. */
  void leadToSetUp(String accountId, boolean lead);

  /**
   * Adds an address that was shown to be the account holder's, behind the others: verified, and
   * told of everything. One that is there already is verified by this. Fails for an unknown id.
   *
   * @param value e-mail address in lower case, or phone number in E.164 form
   */
  Address addAddress(String accountId, AddressKind kind, String value);

  /** Removes an address and returns it; empty if the account has none with this id. */
  Optional<Address> removeAddress(String accountId, String addressId);

  /** In which language messages to the account holder are written. Fails for an unknown id. */
  void setLanguage(String accountId, Locale language);

  /** Sets the password of an account; the old one stops working. Fails for an unknown id. */
  void resetPassword(String accountId, PasswordHash hash);

  /** Takes the password away: nobody signs in until the account is recovered. Idempotent. */
  void revokePassword(String accountId);

  /**
   * The account whose password this is, or empty. Takes the same time whether or not the account
   * exists; disabled accounts never match.
   *
   * <p>Notes whether the password may stand alone, where that is not known yet.
   *
   * @param identifier as typed at sign-in
   */
  Optional<Account> authenticate(Identifier identifier, String password);
}
