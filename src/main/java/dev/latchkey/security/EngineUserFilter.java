package dev.latchkey.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the engine who asks. Without this the engine would check no authorization at all: for it, a
 * call without a user comes from the application itself.
 */
final class EngineUserFilter extends OncePerRequestFilter {
  private final IdentityService identities;

  EngineUserFilter(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication staff = SecurityContextHolder.getContext().getAuthentication();
    if (staff == null || !staff.isAuthenticated()) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    identities.setAuthentication(staff.getName(), groups(staff), List.of());
    try {
      chain.doFilter(request, response);
    } finally {
      identities.clearAuthentication();
    }
  }

  private static List<String> groups(Authentication staff) {
    return staff.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
  }
}
