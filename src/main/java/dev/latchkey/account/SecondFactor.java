package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.proof.LoginRequests;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether signing in takes a second step after the password. It needs something that can show it
 * each time: a phone number, an authenticator app, or a device that answers login requests. Backup
 * codes run out, so that they alone are not enough.
 */
@Component
public class SecondFactor {
  private final AccountDirectory directory;
  private final AuthenticatorApp app;
  private final LoginRequests loginRequests;
  private final BackupCodes backupCodes;
  private final Sessions sessions;
  private final Changes changes;
  private final TransactionTemplate transaction;

  SecondFactor(
      AccountDirectory directory,
      AuthenticatorApp app,
      LoginRequests loginRequests,
      BackupCodes backupCodes,
      Sessions sessions,
      Changes changes,
      PlatformTransactionManager manager) {
    this.directory = directory;
    this.app = app;
    this.loginRequests = loginRequests;
    this.backupCodes = backupCodes;
    this.sessions = sessions;
    this.changes = changes;
    this.transaction = new TransactionTemplate(manager);
  }

  /** What became of the wish to turn the second factor on. */
  public sealed interface TurnOn {
    /**
     * It is on. {@code backupCodes} in clear, to be shown this once; empty if the account has as
     * many active ones as it can have.
     */
    record Done(List<String> backupCodes) implements TurnOn {
      @Override
      public String toString() {
        return "Done[" + backupCodes.size() + "]";
      }
    }

    /** There is neither a phone number nor an authenticator app. */
    record NothingToShow() implements TurnOn {}

    /** It was on before. */
    record OnBefore() implements TurnOn {}
  }

  /** Turns it on, makes a first backup code and ends all other sessions. */
  public TurnOn turnOn(Session by) {
    return transaction.execute(
        status -> {
          Account account = directory.findToChange(by.accountId()).orElseThrow();
          if (account.secondFactor()) {
            return new TurnOn.OnBefore();
          }
          if (!canTurnOn(account)) {
            return new TurnOn.NothingToShow();
          }
          return new TurnOn.Done(on(by));
        });
  }

  /** Turns it off. False if it was off before. */
  public boolean turnOff(Session by) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              boolean on = directory.findToChange(by.accountId()).orElseThrow().secondFactor();
              if (on) {
                off(by);
              }
              return on;
            }));
  }

  /** Whether there is a phone number or an authenticator app; a browser's session ends too soon. */
  public boolean canTurnOn(Account account) {
    return account.verified().stream().anyMatch(address -> address.kind() == AddressKind.PHONE)
        || app.enrolled(account.id());
  }

  /** Whether something can show a second factor now. */
  boolean possible(Account account) {
    return canTurnOn(account) || loginRequests.enabled(account.id());
  }

  /** As {@link #turnOn} once that is decided; joins the transaction. */
  List<String> on(Session by) {
    directory.setSecondFactor(by.accountId(), true);
    directory.leadToSetUp(by.accountId(), false);
    sessions.endOthers(by);
    changes.publish(by, AccountChange.SECOND_FACTOR_ON);
    return backupCodes.generate(by.accountId(), 1);
  }

  /**
   * Turns it off if nothing can show it any more; joins the transaction.
   *
   * @param alsoTell addresses that just went
   * @return whether it was on and is off now
   */
  boolean offIfNothingIsLeft(Session by, Address... alsoTell) {
    Account account = directory.findToChange(by.accountId()).orElseThrow();
    boolean over = account.secondFactor() && !possible(account);
    if (over) {
      off(by, alsoTell);
    }
    return over;
  }

  private void off(Session by, Address... alsoTell) {
    directory.setSecondFactor(by.accountId(), false);
    changes.publish(by, AccountChange.SECOND_FACTOR_OFF, alsoTell);
  }
}
