package dev.latchkey.security;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;

/**
 * Who is signed in to Camunda's web applications, as these keep it in the server session, and since
 * when.
 *
 * @param person staff login
 * @param since when they signed in, UTC
 * @param used when they last did something themselves, UTC
 */
record StaffSession(String person, Instant since, Instant used) implements Serializable {
  private static final String NAME = "latchkey.staff";
  private static final String CAMUNDAS = "authenticatedUser";

  /** Login of who is signed in, or null. */
  static String person(HttpSession session) {
    return session != null && session.getAttribute(CAMUNDAS) instanceof Authentications signedIn
        ? first(signedIn.getAuthentications())
        : null;
  }

  private static String first(List<UserAuthentication> all) {
    return all.isEmpty() ? null : all.get(0).getIdentityId();
  }

  /** What was kept of the one who is signed in, or null. */
  static StaffSession read(HttpSession session) {
    return session.getAttribute(NAME) instanceof StaffSession kept
            && kept.person().equals(person(session))
        ? kept
        : null;
  }

  void keep(HttpSession session) {
    session.setAttribute(NAME, this);
  }

  /** Signs out and keeps the session, with its form token: the page can sign in again as it is. */
  static void end(HttpSession session) {
    session.removeAttribute(CAMUNDAS);
    session.removeAttribute(NAME);
  }
}
