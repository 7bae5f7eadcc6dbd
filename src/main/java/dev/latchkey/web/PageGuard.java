package dev.latchkey.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds for every page: a parameter comes once and is a plain name (lists of addresses in place of
 * one have opened accounts elsewhere, CVE-2023-7028), nothing is cached or told to other sites, and
 * no script runs but our own.
 */
@Component
class PageGuard implements HandlerInterceptor {
  private static final String POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.getParameterMap().entrySet().stream().allMatch(PageGuard::plain)) {
      writeFormTokenBeforeThePage(request);
      return true;
    }
    response.sendError(HttpStatus.BAD_REQUEST.value());
    return false;
  }

  private static boolean plain(Map.Entry<String, String[]> parameter) {
    return parameter.getValue().length == 1 && parameter.getKey().matches("[A-Za-z_]+");
  }

  /** A token first asked for in the middle of a long page would come too late for its cookie. */
  private static void writeFormTokenBeforeThePage(HttpServletRequest request) {
    if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
      token.getToken();
    }
  }
}
