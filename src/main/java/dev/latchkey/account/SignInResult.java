package dev.latchkey.account;

import dev.latchkey.directory.Account;

/** What became of a sign-in. */
public sealed interface SignInResult {

  /** Signed in; {@code token} is the session's bearer secret. */
  record SignedIn(String token, Account account) implements SignInResult {
    @Override
    public String toString() {
      return "SignedIn[" + account.id() + "]";
    }
  }

  /**
   * Wrong, unknown, disabled, without password, or too many tries: the caller cannot tell which.
   */
  record Refused() implements SignInResult {}

  /** The password is right, but the account wants a second factor. No session was started. */
  record SecondFactorNeeded(Account account) implements SignInResult {
    @Override
    public String toString() {
      return "SecondFactorNeeded[" + account.id() + "]";
    }
  }
}
