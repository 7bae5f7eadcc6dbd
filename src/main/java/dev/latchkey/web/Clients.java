package dev.latchkey.web;

import dev.latchkey.recovery.Client;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/** Who sent a request. */
final class Clients {
  private Clients() {}

  static Client of(HttpServletRequest request) {
    return new Client(request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
  }
}
