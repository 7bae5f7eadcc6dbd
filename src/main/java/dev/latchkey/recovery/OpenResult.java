package dev.latchkey.recovery;

import java.time.Instant;

/** What became of a request to recover an account. Never tells whether the account exists. */
public sealed interface OpenResult {
  /** A recovery runs; {@code token} is the person's key to it, shown this once. */
  record Opened(String token, RecoveryView view) implements OpenResult {}

  /** Neither an e-mail address, nor a phone number, nor a possible user name. */
  record BadIdentifier() implements OpenResult {}

  /** Too many recoveries from this network; possible again at {@code retryAt} (UTC). */
  record TooMany(Instant retryAt) implements OpenResult {}
}
