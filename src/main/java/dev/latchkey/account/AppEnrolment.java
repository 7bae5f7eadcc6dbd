package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.AppSetup;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.CheckOutcome;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds, replaces and removes the account's authenticator app. */
@Component
public class AppEnrolment {
  private final AccountDirectory directory;
  private final AppSetup setup;
  private final AuthenticatorApp app;
  private final SecondFactor secondFactor;
  private final Changes changes;
  private final TransactionTemplate transaction;

  AppEnrolment(
      AccountDirectory directory,
      AppSetup setup,
      AuthenticatorApp app,
      SecondFactor secondFactor,
      Changes changes,
      PlatformTransactionManager manager) {
    this.directory = directory;
    this.setup = setup;
    this.app = app;
    this.secondFactor = secondFactor;
    this.changes = changes;
    this.transaction = new TransactionTemplate(manager);
  }

  /** What became of the first code of an app. */
  public sealed interface Confirmation {
    /**
     * The app works from now on.
     *
     * @param turnedOn whether the second factor was off before
     * @param backupCodes in clear, to be shown this once; may be empty
     */
    record Added(boolean turnedOn, List<String> backupCodes) implements Confirmation {
      @Override
      public String toString() {
        return "Added[" + turnedOn + "]";
      }
    }

    /** Nothing changed: wrong, clock-off, or expired where no secret waits any more. */
    record Refused(CheckOutcome why) implements Confirmation {}
  }

  /** What became of the wish to remove the app. */
  public enum Removed {
    REMOVED,
    /** Removed, and nothing was left for a second step at sign-in, so that it is off now. */
    SECOND_FACTOR_OFF,
    NO_APP
  }

  /** Makes a secret for a new app; an app in use goes on working until the new one is confirmed. */
  public void begin(Session by) {
    transaction.executeWithoutResult(
        status -> {
          Account account = directory.findToChange(by.accountId()).orElseThrow();
          setup.begin(account.id());
        });
  }

  /** The secret that waits for the first code of its app, or empty. */
  public Optional<AppSecret> waiting(Account account) {
    return setup.secret(account.id()).map(secret -> new AppSecret(account.userName(), secret));
  }

  /** Takes the first code of the new app. Turns the second factor on if it was off. */
  public Confirmation confirm(Session by, String code) {
    return transaction.execute(
        status -> {
          Account account = directory.findToChange(by.accountId()).orElseThrow();
          CheckOutcome outcome = setup.confirm(account.id(), code);
          if (outcome != CheckOutcome.ACCEPTED) {
            return new Confirmation.Refused(outcome);
          }
          changes.publish(by, AccountChange.APP_ADDED);
          boolean turnsOn = !account.secondFactor();
          return new Confirmation.Added(turnsOn, turnsOn ? secondFactor.on(by) : List.of());
        });
  }

  /** Removes the app; the second factor turns off if nothing else can show it. */
  public Removed remove(Session by) {
    return transaction.execute(
        status -> {
          Account account = directory.findToChange(by.accountId()).orElseThrow();
          if (!app.remove(account.id())) {
            return Removed.NO_APP;
          }
          changes.publish(by, AccountChange.APP_REMOVED);
          return secondFactor.offIfNothingIsLeft(by) ? Removed.SECOND_FACTOR_OFF : Removed.REMOVED;
        });
  }
}
