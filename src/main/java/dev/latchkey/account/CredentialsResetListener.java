package dev.latchkey.account;

import dev.latchkey.directory.CredentialsReset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Ends what rested on an account's old password: its sessions, and the count of wrong tries at it.
 * Without the latter, somebody who guessed too often would recover and still not get in. Runs in
 * the transaction of the one who reset.
 */
@Component
class CredentialsResetListener {
  private final Sessions sessions;
  private final SignIn signIn;

  CredentialsResetListener(Sessions sessions, SignIn signIn) {
    this.sessions = sessions;
    this.signIn = signIn;
  }

  @EventListener
  void on(CredentialsReset reset) {
    sessions.endAll(reset.accountId());
    signIn.passwordReset(reset.accountId());
  }
}
