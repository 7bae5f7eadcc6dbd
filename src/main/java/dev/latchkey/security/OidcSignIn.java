package dev.latchkey.security;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.security.ProvidedStaff.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * What follows a sign-in at the provider: the same session that Camunda's own login makes, for
 * whoever is staff. It counts from when the person proved who they are to the provider.
 */
final class OidcSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
  private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
  private static final String WANTED = "latchkey.wanted";
  private static final String AGE_UNKNOWN =
      "The provider signed you in, but did not say when you proved who you are (auth_time in the ID"
          + " token). Without that nobody is signed in here. Tell an administrator.";
  private static final String NOT_ASKED =
      "The provider signed you in again without asking who you are. Sign out there, then open the"
          + " page again; if it goes on like this, tell an administrator.";
  private static final String TASKLIST = "/camunda/app/tasklist/default/";

  private final ProvidedStaff staff;
  private final OidcAge age;
  private final AuditLog audit;
  private final Clock clock;

  OidcSignIn(ProvidedStaff staff, OidcAge age, AuditLog audit, Clock clock) {
    this.staff = staff;
    this.age = age;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps the page that was asked for, to come back to it. */
  static void remember(HttpServletRequest request) {
    request.getSession(true).setAttribute(WANTED, request.getRequestURI());
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication authentication)
      throws IOException {
    OidcUser person = (OidcUser) authentication.getPrincipal();
    Optional<Member> member = staff.of(person);
    if (member.isEmpty()) {
      audit.record(null, "staff", "staff-login", "not-staff", null);
      say(
          response,
          HttpStatus.FORBIDDEN,
          "You signed in, but not as one of the staff: your login or your groups are not known"
              + " here. Ask an administrator.");
      return;
    }
    String id = member.get().id();
    HttpSession session = request.getSession(true);
    switch (age.judge(session, id, person.getAuthenticatedAt())) {
      case RECENT -> {
        begin(session, id, person.getAuthenticatedAt());
        audit.record(null, id, "staff-login", "signed-in", "oidc");
        response.sendRedirect(wanted(session));
      }
      case ASK_AGAIN -> response.sendRedirect(OidcEntrance.PATH);
      case NOT_ASKED -> refuse(response, id, "not-asked", NOT_ASKED);
      case UNKNOWN -> refuse(response, id, "age-unknown", AGE_UNKNOWN);
    }
  }

  private void refuse(HttpServletResponse response, String id, String outcome, String sentence)
      throws IOException {
    audit.record(null, id, "staff-login", outcome, "oidc");
    say(response, HttpStatus.FORBIDDEN, sentence);
  }

  private void begin(HttpSession session, String id, Instant proven) {
    Authentications signedIn = new Authentications();
    signedIn.addOrReplace(AuthenticationUtil.createAuthentication(ProcessEngines.NAME_DEFAULT, id));
    AuthenticationUtil.updateSession(session, signedIn);
    Instant now = clock.instant();
    new StaffSession(id, proven.isBefore(now) ? proven : now, now).keep(session);
  }

  private static String wanted(HttpSession session) {
    Object wanted = session.getAttribute(WANTED);
    session.removeAttribute(WANTED);
    return wanted instanceof String path ? path : TASKLIST;
  }

  /** The provider's reason may name what it must not tell everybody; it goes into the log. */
  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    LOG.warn("A sign-in of staff at the provider failed: {}", failure.getMessage());
    audit.record(null, "staff", "staff-login", "failed", "oidc");
    say(
        response,
        HttpStatus.UNAUTHORIZED,
        "The sign-in did not work. Open the page again to try once more; if it fails again, tell an"
            + " administrator.");
  }

  private static void say(HttpServletResponse response, HttpStatus status, String sentence)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().println(sentence);
  }
}
