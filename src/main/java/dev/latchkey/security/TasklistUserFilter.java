package dev.latchkey.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes who is signed in to Tasklist known to our own pages beside it: as the request's user, with
 * groups as authorities under their own names. Whoever is not signed in stays unknown.
 */
final class TasklistUserFilter extends OncePerRequestFilter {
  private final TasklistSession session;

  TasklistUserFilter(TasklistSession session) {
    this.session = session;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    session.of(request).ifPresent(TasklistUserFilter::remember);
    chain.doFilter(request, response);
  }

  /** Forgotten at the end of the request, like all that the security filters know. */
  private static void remember(TasklistSession.Member member) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(
            member.id(), null, member.groups().stream().map(SimpleGrantedAuthority::new).toList()));
    SecurityContextHolder.setContext(context);
  }
}
