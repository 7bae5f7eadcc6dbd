package dev.latchkey.recovery;

import java.util.Locale;

/**
 * Adding an address to an account: a code goes to it, and only when that was entered does the
 * address count (NIST SP 800-63B-4, section 4.1.2.1). Its steps are those of {@code
 * AddressConfirmationProcess}. The caller has checked that the person signed in recently.
 */
public interface NewAddresses extends Steps {

  /**
   * Begins to add an address.
   *
   * @param typed e-mail address or phone number in any common notation, as typed; may be null
   */
  Opening open(String accountId, String typed, Locale locale, Client client);

  /**
   * Whether this token is of an address that is being added to this account. The step page asks it
   * at each visit, so that nobody goes on whose session was ended.
   */
  boolean belongsTo(String token, String accountId);

  /** What became of the wish to add an address. */
  sealed interface Opening {
    /** A code is on its way; {@code token} is the key to the step page, shown this once. */
    record Opened(String token) implements Opening {}

    /** Neither an e-mail address nor a phone number that could get a message. */
    record Unusable() implements Opening {}

    /** The account has it already. */
    record Present() implements Opening {}

    /** The account has as many addresses as it can have. */
    record TooMany() implements Opening {}
  }
}
