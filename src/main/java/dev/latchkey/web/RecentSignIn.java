package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.account.Sessions;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks for the password again before a change of how the account is protected, if the last sign-in
 * is older than ten minutes. The page to come back to is one of a fixed list, so that no link can
 * lead elsewhere.
 */
@Component
class RecentSignIn {
  static final String CONFIRM = "/account/confirm";

  private static final String ACCOUNT = "/account";
  private static final Set<String> PAGES =
      Set.of(
          ACCOUNT,
          "/account/activity",
          "/account/addresses",
          "/account/app",
          "/account/backup-codes",
          "/account/login-requests",
          "/account/password",
          "/account/second-factor",
          "/account/sessions",
          "/account/temporary-passwords");

  private final Sessions sessions;

  RecentSignIn(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * The view that asks again, or empty if the person may go on.
   *
   * @param next the page to come back to, one of the list
   */
  Optional<String> redirectIfStale(Session session, String next) {
    return sessions.recentlyAuthenticated(session)
        ? Optional.empty()
        : Optional.of("redirect:" + CONFIRM + "?next=" + known(next));
  }

  /** The page of this path if it is one of the list, else the account's first page. */
  static String known(String next) {
    return next != null && PAGES.contains(next) ? next : ACCOUNT;
  }
}
