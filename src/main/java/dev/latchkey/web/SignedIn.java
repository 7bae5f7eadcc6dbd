package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.directory.Account;

/**
 * The person at a signed-in page. A controller that has a parameter of this type is for signed-in
 * browsers alone: others are led to the sign-in before it runs.
 *
 * @param token the session's bearer secret, for setting its cookie anew
 */
record SignedIn(Session session, Account account, String token) {

  @Override
  public String toString() {
    return "SignedIn[" + account.id() + "]";
  }
}
