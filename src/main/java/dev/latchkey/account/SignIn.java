package dev.latchkey.account;

/** Signing in to the account pages. */
public interface SignIn {

  /**
   * Signs in with a password.
   *
   * @param typedIdentifier as typed; may be blank
   * @param device what the browser calls itself
   */
  SignInResult signIn(String typedIdentifier, String password, String device);
}
