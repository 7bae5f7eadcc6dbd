package dev.latchkey.account;

/** What became of a third-party app's sign-in. */
public sealed interface AppSignInResult {

  /** Signed in; {@code token} is the session's bearer secret, {@code app} the name in lists. */
  record SignedIn(String token, String app) implements AppSignInResult {
    @Override
    public String toString() {
      return "SignedIn[" + app + "]";
    }
  }

  /** The password is right, but the account wants a second step, which an app cannot show. */
  record SecondFactorNeeded() implements AppSignInResult {}

  /** The password is right, but too short to be all that protects the account. */
  record PasswordTooShort() implements AppSignInResult {}

  /** What was typed has the shape of a backup code. It was not looked at as one. */
  record BackupCodeRefused() implements AppSignInResult {}

  /** Wrong, unknown, disabled, used, run out or too many tries: the caller cannot tell which. */
  record Refused() implements AppSignInResult {}
}
