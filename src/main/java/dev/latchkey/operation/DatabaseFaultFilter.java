package dev.latchkey.operation;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says "in a moment" (503) instead of "a fault" (500) where a request fails of the database. Stands
 * before the security chains: the login of staff needs the database as well.
 */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 3)
class DatabaseFaultFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseFaultFilter.class);
  private static final String[] STAFF = {
    "/engine-rest/", "/camunda/api/", "/camunda/latchkey/", "/staff/"
  };
  private final Checkup checkup;

  DatabaseFaultFilter(Checkup checkup) {
    this.checkup = checkup;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Stream.of(STAFF).anyMatch(request.getRequestURI()::startsWith)
        && !checkup.databaseUsable()) {
      later(response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException fault) {
      if (!DatabaseFault.is(fault) || response.isCommitted()) {
        throw fault;
      }
      checkup.failed(fault);
      LOG.debug("A request failed of the database", fault);
      later(response);
    }
  }

  private static void later(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseAway.RETRY_AFTER));
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}
