package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.TemporaryPassword;
import dev.latchkey.proof.TemporaryPasswords;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A signed-in person's temporary passwords for apps that cannot show a second step. */
@Component
public class AppPasswords {
  /** Longest name of an app, in characters. */
  public static final int LONGEST_NAME = 60;

  private final AccountDirectory directory;
  private final TemporaryPasswords passwords;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  AppPasswords(
      AccountDirectory directory,
      TemporaryPasswords passwords,
      ApplicationEventPublisher events,
      PlatformTransactionManager manager) {
    this.directory = directory;
    this.passwords = passwords;
    this.events = events;
    this.transaction = new TransactionTemplate(manager);
  }

  /**
   * Makes one and has all addresses told. The caller has checked that the person signed in
   * recently.
   *
   * @param app what it is for, 1 to {@value #LONGEST_NAME} characters
   * @return the password, to be shown once; empty if there are too many unused ones
   */
  public Optional<String> make(String accountId, String app) {
    return transaction.execute(
        status -> {
          Account account = directory.findToChange(accountId).orElseThrow();
          Optional<String> made = passwords.make(account.id(), app);
          made.ifPresent(password -> events.publishEvent(madeFor(account.id())));
          return made;
        });
  }

  /** Those that can still be used, newest first. */
  public List<TemporaryPassword> list(String accountId) {
    return passwords.active(accountId);
  }

  /** Ends one of this account; false if there is none. */
  public boolean revoke(String accountId, String id) {
    return passwords.revoke(accountId, id);
  }

  private static AccountChanged madeFor(String accountId) {
    return new AccountChanged(
        UUID.randomUUID().toString(), accountId, AccountChange.TEMPORARY_PASSWORD_MADE, List.of());
  }
}
