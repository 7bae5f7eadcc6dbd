package dev.latchkey.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends sessions of staff in Camunda's web applications: a while after the sign-in in any case, and
 * earlier when nothing was done for some time. What Tasklist asks by itself, to renew its lists, is
 * not something done, so that an open window alone keeps nobody signed in. And whoever is not
 * signed in gets nothing from the engine there, but its name, which the login form asks for first.
 *
 * <p>Stands before the security chains, so that it holds for whatever lies below {@code /camunda},
 * and for our own pages where they share that session.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 2)
class StaffSessionFilter extends OncePerRequestFilter {
  private static final String ENGINE = "/camunda/api/engine/";
  private static final String NAMES = "/camunda/api/engine/engine/";
  private static final Pattern LOGIN =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+");
  private static final Pattern LOGOUT =
      Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout/?");
  private static final Pattern BY_ITSELF = Pattern.compile("/camunda/api/engine/.+/filter(/.*)?");

  private final Staff staff;
  private final TasklistLists lists;
  private final StaffSignOuts signOuts;
  private final Clock clock;

  StaffSessionFilter(Staff staff, TasklistLists lists, StaffSignOuts signOuts, Clock clock) {
    this.staff = staff;
    this.lists = lists;
    this.signOuts = signOuts;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/camunda/") && !path.startsWith("/staff/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      endOrRenew(session, request.getRequestURI());
    }
    if (forStaffAlone(request) && StaffSession.person(session) == null) {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    String person = StaffSession.person(session);
    chain.doFilter(request, response);
    if (person != null && LOGOUT.matcher(request.getRequestURI()).matches()) {
      signOuts.note(person);
    }
    if (LOGIN.matcher(request.getRequestURI()).matches()
        && response.getStatus() == HttpServletResponse.SC_OK) {
      begin(request.getSession(false));
    }
  }

  private static boolean forStaffAlone(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean names = path.equals(NAMES) && "GET".equals(request.getMethod());
    return path.startsWith(ENGINE) && !names;
  }

  private void begin(HttpSession session) {
    String person = StaffSession.person(session);
    if (person != null) {
      new StaffSession(person, clock.instant(), clock.instant()).keep(session);
      lists.giveOwn(person);
    }
  }

  /** One without a beginning that we saw is none. */
  private void endOrRenew(HttpSession session, String path) {
    if (StaffSession.person(session) == null) {
      return;
    }
    Instant now = clock.instant();
    StaffSession kept = StaffSession.read(session);
    if (kept == null
        || !now.isBefore(kept.since().plus(staff.sessionLifetime()))
        || !now.isBefore(kept.used().plus(staff.sessionIdle()))) {
      StaffSession.end(session);
    } else if (!BY_ITSELF.matcher(path).matches()) {
      new StaffSession(kept.person(), kept.since(), now).keep(session);
    }
  }
}
