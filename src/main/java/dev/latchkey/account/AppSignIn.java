package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.proof.TemporaryPasswords;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signs third-party apps in: with a temporary password, or with the main password of an account
 * that has no second factor. Backup codes are kept for people. Tries count as those at the sign-in
 * page; must not be called inside a transaction.
 */
@Component
public class AppSignIn {
  private final IdentifierParser identifiers;
  private final AccountDirectory directory;
  private final PasswordTries tries;
  private final TemporaryPasswords temporaryPasswords;
  private final Sessions sessions;
  private final SignInRecords records;

  AppSignIn(
      IdentifierParser identifiers,
      AccountDirectory directory,
      PasswordTries tries,
      TemporaryPasswords temporaryPasswords,
      Sessions sessions,
      SignInRecords records) {
    this.identifiers = identifiers;
    this.directory = directory;
    this.tries = tries;
    this.temporaryPasswords = temporaryPasswords;
    this.sessions = sessions;
    this.records = records;
  }

  /**
   * Signs in.
   *
   * @param appName how the app calls itself; a temporary password keeps the name it was made for
   * @param clientAddress network address of the client, of which only a keyed hash is stored
   */
  public AppSignInResult signIn(
      String typedIdentifier, String password, String appName, String clientAddress) {
    Optional<Identifier> identifier = identifiers.parse(typedIdentifier);
    if (identifier.isEmpty() || !tries.take(identifier.get(), clientAddress)) {
      return refused(password);
    }
    Optional<Account> byMain = directory.authenticate(identifier.get(), password);
    if (byMain.isPresent()) {
      return mainPassword(byMain.get(), appName, clientAddress);
    }
    Optional<Account> account =
        directory.find(identifier.get()).filter(found -> found.status() == AccountStatus.ACTIVE);
    Optional<String> app = temporaryPasswords.use(account.map(Account::id).orElse(null), password);
    if (app.isEmpty()) {
      records.wrongPassword(identifier.get());
      return refused(password);
    }
    return start(account.orElseThrow(), app.get(), clientAddress);
  }

  private AppSignInResult mainPassword(Account account, String app, String clientAddress) {
    if (account.secondFactor() || account.needsLongerPassword()) {
      tries.succeeded(account.id(), clientAddress);
      return account.secondFactor()
          ? new AppSignInResult.SecondFactorNeeded()
          : new AppSignInResult.PasswordTooShort();
    }
    return start(account, app, clientAddress);
  }

  private AppSignInResult start(Account account, String app, String clientAddress) {
    tries.succeeded(account.id(), clientAddress);
    records.appSignedIn(account.id());
    return new AppSignInResult.SignedIn(sessions.start(account.id(), app, SessionKind.APP), app);
  }

  private static AppSignInResult refused(String password) {
    return BackupCodes.shapedLikeOne(password)
        ? new AppSignInResult.BackupCodeRefused()
        : new AppSignInResult.Refused();
  }
}
