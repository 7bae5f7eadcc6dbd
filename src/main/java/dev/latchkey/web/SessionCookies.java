package dev.latchkey.web;

import dev.latchkey.account.LoginDevices;
import dev.latchkey.account.Session;
import dev.latchkey.account.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Brings browsers' sessions and their cookies together. */
@Component
class SessionCookies {
  private final Sessions sessions;
  private final SignedInPeople people;
  private final LoginDevices devices;
  private final PageCookies cookies;

  SessionCookies(
      Sessions sessions, SignedInPeople people, LoginDevices devices, PageCookies cookies) {
    this.sessions = sessions;
    this.people = people;
    this.devices = devices;
    this.cookies = cookies;
  }

  /** The browser's running session, if it is one of this account. */
  Optional<Session> of(HttpServletRequest request, String accountId) {
    return people
        .find(request)
        .map(SignedIn::session)
        .filter(session -> session.accountId().equals(accountId));
  }

  /** Gives the browser a new session in place of any that it had. */
  void begin(String token, HttpServletRequest request, HttpServletResponse response) {
    people.find(request).ifPresent(before -> sessions.end(before.token()));
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.session(token));
  }

  /** Notes that the person has signed in again, under a new token; false if the session is over. */
  boolean renew(Session session, HttpServletResponse response) {
    Optional<String> token = sessions.renew(session);
    token.ifPresent(fresh -> keep(session, fresh, response));
    return token.isPresent();
  }

  /** Lets the browser keep the token as long as the session can live. */
  void keep(Session session, String token, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        devices.on(session) ? cookies.lastingSession(token) : cookies.session(token));
  }
}
