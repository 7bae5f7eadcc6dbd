package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.proof.TryCounter;
import dev.latchkey.secret.ClientNetwork;
import dev.latchkey.secret.ServerKey;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Signs account holders in by password. Wrong passwords are counted by account and by client; that
 * count stands apart from the one of recovery, so that guessing here never locks the way back in,
 * and asking for a recovery never locks the sign-in.
 */
@Component
public class SignIn {
  /** Not the name of a way: tries there are counted apart. */
  private static final String PASSWORD = "sign-in-password";

  private static final String CLIENT = "sign-in-client";
  private static final TryCounter.Limit PER_ACCOUNT =
      new TryCounter.Limit(10, Duration.ofMinutes(15), 100);
  private static final TryCounter.Limit PER_CLIENT =
      new TryCounter.Limit(50, Duration.ofHours(1), Integer.MAX_VALUE);

  private final IdentifierParser identifiers;
  private final AccountDirectory directory;
  private final TryCounter tries;
  private final Sessions sessions;
  private final ServerKey key;

  SignIn(
      IdentifierParser identifiers,
      AccountDirectory directory,
      TryCounter tries,
      Sessions sessions,
      ServerKey key) {
    this.identifiers = identifiers;
    this.directory = directory;
    this.tries = tries;
    this.sessions = sessions;
    this.key = key;
  }

  /** As {@link #signIn(String, String, String, String)}, without the count by client. */
  public SignInResult signIn(String typedIdentifier, String password, String device) {
    return signIn(typedIdentifier, password, device, "");
  }

  /**
   * Signs in. Must not be called inside a transaction, since the try counts whatever happens after.
   *
   * @param typedIdentifier as typed; may be null
   * @param password as typed; may be null
   * @param device as the client describes itself, may be null
   * @param clientAddress network address of the client, of which only a keyed hash is stored; empty
   *     if there is none, and then nothing is counted by client
   */
  public SignInResult signIn(
      String typedIdentifier, String password, String device, String clientAddress) {
    Optional<Identifier> identifier = identifiers.parse(typedIdentifier);
    if (identifier.isEmpty() || password == null) {
      return new SignInResult.Refused();
    }
    String client = key.hash("sign-in client", ClientNetwork.of(clientAddress));
    String subject = subject(identifier.get());
    boolean clientMayTry =
        clientAddress.isEmpty() || tries.take(client, CLIENT, PER_CLIENT).granted();
    if (!clientMayTry || !tries.take(subject, PASSWORD, PER_ACCOUNT).granted()) {
      return new SignInResult.Refused();
    }
    return directory
        .authenticate(identifier.get(), password)
        .map(account -> succeed(account, device, client))
        .orElseGet(SignInResult.Refused::new);
  }

  /**
   * The account got a new password, so that wrong tries at the old one no longer count. Joins the
   * caller's transaction.
   */
  void passwordReset(String accountId) {
    tries.forget(accountId, PASSWORD);
  }

  private SignInResult succeed(Account account, String device, String client) {
    tries.forget(account.id(), PASSWORD);
    tries.giveBack(client, CLIENT);
    return account.secondFactor()
        ? new SignInResult.SecondFactorNeeded(account)
        : new SignInResult.SignedIn(sessions.start(account.id(), device), account);
  }

  private String subject(Identifier identifier) {
    return directory
        .find(identifier)
        .map(Account::id)
        .orElseGet(() -> key.hash("sign-in subject", identifier.canonical()));
  }
}
