package dev.latchkey.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A path that hides what it means (double slashes, path parameters, encoded dots or letters) is not
 * found. Asked before anything else, because servlet container and filters may read such a path
 * differently. Only the engine's interfaces have encoded parts, behind a plain beginning.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainPathFilter extends OncePerRequestFilter {
  /** Letters, digits and what else needs no encoding, encoded all the same. */
  private static final Pattern HIDDEN =
      Pattern.compile("%(2[dD]|3[0-9]|4[1-9a-fA-F]|5[0-9aAfF]|6[1-9a-fA-F]|7[0-9aAeE])");

  private final HttpFirewall firewall = new StrictHttpFirewall();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isPlain(request)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private boolean isPlain(HttpServletRequest request) {
    String uri = request.getRequestURI();
    if (uri.contains("%") && !uri.startsWith("/camunda/") && !uri.startsWith("/engine-rest/")) {
      return false;
    }
    if (HIDDEN.matcher(uri).find()) {
      return false;
    }
    try {
      firewall.getFirewalledRequest(request);
      return true;
    } catch (RequestRejectedException rejected) {
      return false;
    }
  }
}
