package dev.latchkey.account;

import dev.latchkey.directory.Account;

/** What became of a sign-in. */
public sealed interface SignInResult {
  /** Signed in; {@code token} is the session's key, shown this once. */
  record SignedIn(String token, Account account) implements SignInResult {}

  /** Wrong password, no such account, or too many tries: never says which. */
  record Refused() implements SignInResult {}

  /** The password is right, and the account wants a second factor. */
  record SecondFactorNeeded() implements SignInResult {}
}
