package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.proof.KnownClients;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signs account holders in by password. Nothing here may be called inside a transaction, since a
 * try counts whatever happens after.
 */
@Component
public class SignIn {
  private final IdentifierParser identifiers;
  private final AccountDirectory directory;
  private final PasswordTries tries;
  private final Sessions sessions;
  private final SignInRecords records;
  private final KnownClients clients;

  SignIn(
      IdentifierParser identifiers,
      AccountDirectory directory,
      PasswordTries tries,
      Sessions sessions,
      SignInRecords records,
      KnownClients clients) {
    this.identifiers = identifiers;
    this.directory = directory;
    this.tries = tries;
    this.sessions = sessions;
    this.records = records;
    this.clients = clients;
  }

  /** As {@link #signIn(String, String, String, String)}, without the count by client. */
  public SignInResult signIn(String typedIdentifier, String password, String device) {
    return signIn(typedIdentifier, password, device, "");
  }

  /**
   * Signs in.
   *
   * @param typedIdentifier as typed; may be null
   * @param password as typed; may be null
   * @param device as the client describes itself, may be null
   * @param clientAddress network address of the client, of which only a keyed hash is stored; empty
   *     if there is none, and then nothing is counted by client
   */
  public SignInResult signIn(
      String typedIdentifier, String password, String device, String clientAddress) {
    return identifiers
        .parse(typedIdentifier)
        .flatMap(identifier -> authenticated(identifier, password, clientAddress))
        .map(account -> succeed(account, device, clientAddress))
        .orElseGet(SignInResult.Refused::new);
  }

  /**
   * Whether this is the password of somebody who is signed in already and is asked again. Counts as
   * a sign-in does.
   *
   * @param password as typed; may be null
   */
  public boolean confirm(Account account, String password, String clientAddress) {
    Identifier self = new Identifier(IdentifierKind.USER_NAME, List.of(account.userName()));
    return authenticated(self, password, clientAddress)
        .filter(authenticated -> authenticated.id().equals(account.id()))
        .isPresent();
  }

  /**
   * Starts the session of somebody who has shown password and second factor, and returns its token.
   *
   * @param device as the client describes itself, may be null
   * @param clientAddress network address of the client; empty if there is none
   */
  public String completed(String accountId, String device, String clientAddress) {
    clients.signedIn(accountId, device, clientAddress);
    return sessions.start(accountId, device);
  }

  private Optional<Account> authenticated(
      Identifier identifier, String password, String clientAddress) {
    if (password == null || !tries.take(identifier, clientAddress)) {
      return Optional.empty();
    }
    Optional<Account> account = directory.authenticate(identifier, password);
    account.ifPresentOrElse(
        right -> {
          tries.succeeded(right.id(), clientAddress);
          records.rightPassword(right.id());
        },
        () -> records.wrongPassword(identifier));
    return account;
  }

  private SignInResult succeed(Account account, String device, String clientAddress) {
    return account.secondFactor()
        ? new SignInResult.SecondFactorNeeded(account)
        : new SignInResult.SignedIn(completed(account.id(), device, clientAddress), account);
  }
}
