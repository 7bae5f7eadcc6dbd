package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.ChangeTakenBack;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Undoes a change that was not the account holder's, and what was changed with it at once, so that
 * it is no way in for whoever made it and no bar for the holder, who now has to recover the
 * account. What was removed and is not kept, as an app's secret, stays gone. Runs in the
 * transaction of the one who takes it back.
 */
@Component
class TakenBackListener {
  private final Activity activity;
  private final AccountDirectory directory;
  private final Addresses addresses;
  private final SecondFactor secondFactor;
  private final AuthenticatorApp app;
  private final BackupCodes backupCodes;

  TakenBackListener(
      Activity activity,
      AccountDirectory directory,
      Addresses addresses,
      SecondFactor secondFactor,
      AuthenticatorApp app,
      BackupCodes backupCodes) {
    this.activity = activity;
    this.directory = directory;
    this.addresses = addresses;
    this.secondFactor = secondFactor;
    this.app = app;
    this.backupCodes = backupCodes;
  }

  @EventListener
  void on(ChangeTakenBack taken) {
    Optional<Account> account = directory.findToChange(taken.accountId());
    if (account.isPresent()) {
      activity
          .madeTogether(taken.changeId(), taken.accountId())
          .forEach(change -> undo(taken.accountId(), change));
    }
  }

  private void undo(String accountId, Activity.Change change) {
    switch (change.what()) {
      case ADDRESS_REMOVED -> addresses.bringBack(change.id(), accountId);
      case APP_ADDED -> app.remove(accountId);
      case BACKUP_CODES_MADE -> backupCodes.revokeSince(accountId, change.at());
      case SECOND_FACTOR_ON -> {
        directory.setSecondFactor(accountId, false);
        backupCodes.revokeSince(accountId, change.at());
      }
      case SECOND_FACTOR_OFF ->
          directory
              .findById(accountId)
              .filter(secondFactor::possible)
              .ifPresent(still -> directory.setSecondFactor(accountId, true));
      case ADDRESS_ADDED,
          PASSWORD_CHANGED,
          APP_REMOVED,
          TEMPORARY_PASSWORD_MADE,
          LOGIN_REQUESTS_ON,
          LOGIN_REQUESTS_OFF -> {
        // an address is taken off where it was added; the password is gone, and sessions and
        // temporary passwords with it
      }
    }
  }
}
