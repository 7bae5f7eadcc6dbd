package dev.latchkey.account;

import dev.latchkey.directory.CredentialsReset;
import dev.latchkey.proof.TemporaryPasswords;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends what rested on an account's old password: its sessions, its temporary passwords, and the
 * count of wrong tries at it. Without the latter, somebody who guessed too often would recover and
 * still not get in. Runs in the transaction of the one who reset.
 */
@Component
class CredentialsResetListener {
  private final Sessions sessions;
  private final TemporaryPasswords temporaryPasswords;
  private final PasswordTries tries;

  CredentialsResetListener(
      Sessions sessions, TemporaryPasswords temporaryPasswords, PasswordTries tries) {
    this.sessions = sessions;
    this.temporaryPasswords = temporaryPasswords;
    this.tries = tries;
  }

  @EventListener
  void on(CredentialsReset reset) {
    sessions.endAll(reset.accountId());
    temporaryPasswords.endAll(reset.accountId());
    tries.forget(reset.accountId());
  }
}
