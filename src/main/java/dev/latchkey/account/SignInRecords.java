package dev.latchkey.account;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.directory.Identifier;
import dev.latchkey.secret.ServerKey;
import org.springframework.stereotype.Component;

/**
 * What the audit log is told of sign-ins. A wrong password is recorded in the same way whether or
 * not there is such an account: with a keyed hash of what was typed, by which tries at one account
 * are found together. Tries beyond the limits are not looked at, and not recorded either: nobody
 * can fill the log.
 */
@Component
class SignInRecords {
  private static final String ACTION = "sign-in";
  private static final int ENOUGH = 16;

  private final AuditLog audit;
  private final ServerKey key;

  SignInRecords(AuditLog audit, ServerKey key) {
    this.audit = audit;
    this.key = key;
  }

  /** The first step, or all of it where there is no second one. */
  void rightPassword(String accountId) {
    audit.record(null, "account-holder", ACTION, "password-right", "account " + accountId);
  }

  void appSignedIn(String accountId) {
    audit.record(null, "app", ACTION, "signed-in", "account " + accountId);
  }

  void wrongPassword(Identifier identifier) {
    String tried = key.hash("sign-in tried", identifier.canonical()).substring(0, ENOUGH);
    audit.record(null, "guest", ACTION, "refused", "tried " + tried);
  }
}
