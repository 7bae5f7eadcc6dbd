package dev.latchkey.security;

import dev.latchkey.audit.AuditLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records what staff were refused (R23, T17): every 403, and whatever else became of an attempt to
 * change something. Written before the answer leaves. Calls of nobody known are not recorded:
 * anybody could fill the log.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class RefusedCallsFilter extends OncePerRequestFilter {
  private static final String[] PLACES = {
    "/engine-rest/", "/camunda/api/", "/camunda/latchkey/", "/staff/"
  };

  private final AuditLog audit;
  private final IdentityService identities;

  RefusedCallsFilter(AuditLog audit, IdentityService identities) {
    this.audit = audit;
    this.identities = identities;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Stream.of(PLACES).noneMatch(request.getRequestURI()::startsWith);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new Watched(request, response));
  }

  private void refused(HttpServletRequest request, int status) {
    boolean forbidden = status == HttpServletResponse.SC_FORBIDDEN;
    boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    String person = person(request);
    if (person != null && (forbidden || !reads)) {
      audit.record(
          null,
          person,
          "refused-call",
          String.valueOf(status),
          request.getMethod() + " " + request.getRequestURI());
    }
  }

  /** By whichever of the three ways they are known, or null. */
  private String person(HttpServletRequest request) {
    Authentication known = identities.getCurrentAuthentication();
    if (known != null) {
      return known.getUserId();
    }
    var login = SecurityContextHolder.getContext().getAuthentication();
    return login != null && login.isAuthenticated() && !login.getAuthorities().isEmpty()
        ? login.getName()
        : StaffSession.person(request.getSession(false));
  }

  private final class Watched extends HttpServletResponseWrapper {
    private final HttpServletRequest request;
    private boolean recorded;

    private Watched(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void setStatus(int status) {
      look(status);
      super.setStatus(status);
    }

    @Override
    public void sendError(int status) throws IOException {
      look(status);
      super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
      look(status);
      super.sendError(status, message);
    }

    private void look(int status) {
      if (status >= HttpServletResponse.SC_BAD_REQUEST && !recorded) {
        recorded = true;
        refused(request, status);
      }
    }
  }
}
