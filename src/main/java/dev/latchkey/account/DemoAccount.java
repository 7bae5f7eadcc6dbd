package dev.latchkey.account;

import java.util.List;

/**
 * An account to try the system with.
 *
 * @param situation in English, what the account is good for
 * @param identifiers what can be typed to name it
 * @param password in clear, as made at the first start; recovery may have replaced it since
 * @param backupCodes in clear, in the order of use; used ones are not taken out
 * @param appSecret Base32 secret for an authenticator app, or null without one
 */
public record DemoAccount(
    String userName,
    String displayName,
    String situation,
    List<String> identifiers,
    String password,
    List<String> backupCodes,
    String appSecret) {
  @Override
  public String toString() {
    return "DemoAccount[" + userName + "]";
  }
}
