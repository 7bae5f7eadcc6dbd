package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.PasswordHash;
import dev.latchkey.directory.PasswordPolicy;
import dev.latchkey.directory.PasswordRule;
import dev.latchkey.directory.PasswordVerdict;
import dev.latchkey.proof.TemporaryPasswords;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An account holder who knows the password chooses another one. */
@Component
public class PasswordChange {
  private final AccountDirectory directory;
  private final PasswordPolicy policy;
  private final SignIn signIn;
  private final PasswordTries tries;
  private final Sessions sessions;
  private final TemporaryPasswords temporaryPasswords;
  private final Changes changes;
  private final TransactionTemplate transaction;

  PasswordChange(
      AccountDirectory directory,
      PasswordPolicy policy,
      SignIn signIn,
      PasswordTries tries,
      Sessions sessions,
      TemporaryPasswords temporaryPasswords,
      Changes changes,
      PlatformTransactionManager manager) {
    this.directory = directory;
    this.policy = policy;
    this.signIn = signIn;
    this.tries = tries;
    this.sessions = sessions;
    this.temporaryPasswords = temporaryPasswords;
    this.changes = changes;
    this.transaction = new TransactionTemplate(manager);
  }

  /** What became of the wish to change the password. */
  public sealed interface Result {
    /** The new password counts; all other sessions and temporary passwords have ended. */
    record Changed() implements Result {}

    /** The present password is not that, or there were too many tries: nothing tells which. */
    record WrongPresent() implements Result {}

    /**
     * The new password breaks a rule.
     *
     * @param limit in characters, 0 where the rule has none
     */
    record Weak(PasswordRule rule, int limit) implements Result {}
  }

  /**
   * Changes the password. Must not be called inside a transaction, since a try at the present
   * password counts whatever happens after.
   *
   * @param present as typed
   * @param password as typed
   * @param repeated as typed the second time
   * @param clientAddress network address of the client, by which wrong tries are counted as well
   */
  public Result change(
      Session by, String present, String password, String repeated, String clientAddress) {
    Account account = directory.findById(by.accountId()).orElseThrow();
    if (!signIn.confirm(account, present, clientAddress)) {
      return new Result.WrongPresent();
    }
    PasswordVerdict verdict = policy.check(account, password, repeated);
    if (verdict instanceof PasswordVerdict.Refused refused) {
      return new Result.Weak(refused.rule(), refused.limit());
    }
    PasswordHash hash = ((PasswordVerdict.Accepted) verdict).hash();
    transaction.executeWithoutResult(status -> set(by, hash));
    return new Result.Changed();
  }

  private void set(Session by, PasswordHash hash) {
    directory.resetPassword(by.accountId(), hash);
    sessions.endOthers(by);
    temporaryPasswords.endAll(by.accountId());
    tries.forget(by.accountId());
    changes.publish(by, AccountChange.PASSWORD_CHANGED);
  }
}
