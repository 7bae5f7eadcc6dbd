package dev.latchkey.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who sent the request that this thread works on. */
final class RequestOrigin {
  private RequestOrigin() {}

  /** {@link Origin#NONE} outside of a request. */
  static Origin current() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes bound
        ? of(bound.getRequest())
        : Origin.NONE;
  }

  private static Origin of(HttpServletRequest request) {
    return new Origin(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
  }
}
