package dev.latchkey.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets whoever is signed in to Camunda's web applications use our own pages for staff. */
final class SessionStaffFilter extends OncePerRequestFilter {
  private final IdentityService identities;

  SessionStaffFilter(IdentityService identities) {
    this.identities = identities;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String person = StaffSession.person(request.getSession(false));
    if (person != null) {
      var authorities =
          identities.createGroupQuery().groupMember(person).list().stream()
              .map(Group::getId)
              .map(SimpleGrantedAuthority::new)
              .toList();
      SecurityContextHolder.getContext()
          .setAuthentication(
              UsernamePasswordAuthenticationToken.authenticated(person, null, authorities));
    }
    chain.doFilter(request, response);
  }
}
