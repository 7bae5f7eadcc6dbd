package dev.latchkey.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads whoever opens a page of the staff without being signed in to the provider. */
final class OidcEntrance extends OncePerRequestFilter {
  static final String PATH = "/camunda/oidc/staff";

  private final RequestMatcher pages;

  /**
   * @param pages of the staff; only those that a browser shows are led
   */
  OidcEntrance(RequestMatcher pages) {
    this.pages = pages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isPage(request) && StaffSession.person(request.getSession(false)) == null) {
      OidcSignIn.remember(request);
      response.sendRedirect(PATH);
      return;
    }
    chain.doFilter(request, response);
  }

  private boolean isPage(HttpServletRequest request) {
    String wanted = request.getHeader("Accept");
    return HttpMethod.GET.matches(request.getMethod())
        && wanted != null
        && wanted.contains(MediaType.TEXT_HTML_VALUE)
        && pages.matches(request);
  }
}
