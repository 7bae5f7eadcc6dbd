package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Identifier;
import dev.latchkey.proof.TryCounter;
import dev.latchkey.secret.ClientNetwork;
import dev.latchkey.secret.ServerKey;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Counts wrong passwords by account and by client. That count stands apart from the one of
 * recovery, so that guessing here never locks the way back in, and asking for a recovery never
 * locks the sign-in.
 */
@Component
class PasswordTries {
  /** Not the name of a way: tries there are counted apart. */
  private static final String PASSWORD = "sign-in-password";

  private static final String CLIENT = "sign-in-client";
  private static final TryCounter.Limit PER_ACCOUNT =
      new TryCounter.Limit(10, Duration.ofMinutes(15), 100);
  private static final TryCounter.Limit PER_CLIENT =
      new TryCounter.Limit(50, Duration.ofHours(1), Integer.MAX_VALUE);

  private final AccountDirectory directory;
  private final TryCounter tries;
  private final ServerKey key;

  PasswordTries(AccountDirectory directory, TryCounter tries, ServerKey key) {
    this.directory = directory;
    this.tries = tries;
    this.key = key;
  }

  /**
   * Counts one try, before anything is compared; false if none is left. Must not be called inside a
   * transaction, since the try counts whatever happens after.
   *
   * @param clientAddress network address of the client, of which only a keyed hash is stored; empty
   *     if there is none, and then nothing is counted by client
   */
  boolean take(Identifier identifier, String clientAddress) {
    boolean clientMayTry =
        clientAddress.isEmpty() || tries.take(client(clientAddress), CLIENT, PER_CLIENT).granted();
    return clientMayTry && tries.take(subject(identifier), PASSWORD, PER_ACCOUNT).granted();
  }

  /** The try was right: it is no guess. */
  void succeeded(String accountId, String clientAddress) {
    forget(accountId);
    tries.giveBack(client(clientAddress), CLIENT);
  }

  /**
   * Wrong tries at this account no longer count, for instance because it has a new password. Joins
   * the caller's transaction.
   */
  void forget(String accountId) {
    tries.forget(accountId, PASSWORD);
  }

  private String client(String address) {
    return key.hash("sign-in client", ClientNetwork.of(address));
  }

  private String subject(Identifier identifier) {
    return directory
        .find(identifier)
        .map(Account::id)
        .orElseGet(() -> key.hash("sign-in subject", identifier.canonical()));
  }
}
