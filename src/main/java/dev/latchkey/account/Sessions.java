package dev.latchkey.account;

import java.util.Optional;

/** Signed-in sessions. */
public interface Sessions {

  /** The running session of this token, or empty. */
  Optional<Session> find(String token);

  /** Ends the session of this token, if there is one. */
  void end(String token);
}
