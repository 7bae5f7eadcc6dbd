package dev.latchkey.recovery;

import java.util.Locale;
import java.util.Optional;

/**
 * The second step of a sign-in: the account's second factors, one of which has to be shown within
 * fifteen minutes. Its steps are those of {@code SignInProcess}.
 */
public interface SecondSteps extends Steps {

  /**
   * Opens the second step for an account whose password was just right.
   *
   * @return the bearer token of the second step, shown this once
   */
  String open(String accountId, Locale locale, Client client);

  /**
   * Exchanges a finished second step for the right to start one session. Asks the proof ledger
   * itself, whatever path the diagram took; e-mail never counts (NIST SP 800-63B-4, section
   * 3.1.3.1). Exactly one call succeeds.
   *
   * @return the account to start the session for, or empty
   */
  Optional<String> redeem(String token);

  /**
   * "I can't use any of these": ends this sign-in and opens a recovery for a lost second factor, in
   * which the password counts as proven.
   *
   * @return the bearer token of that recovery, or empty if this sign-in does not offer it now
   */
  Optional<String> factorLost(String token);
}
