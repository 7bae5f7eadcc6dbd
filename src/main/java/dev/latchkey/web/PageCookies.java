package dev.latchkey.web;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * The cookies that carry a person's tokens. Scripts cannot read them, other sites cannot send them
 * with a POST, and they travel over TLS alone wherever the installation is reached by https.
 */
@Component
class PageCookies {
  static final String RECOVERY = "latchkey_recovery";
  static final String SESSION = "latchkey_session";
  private static final Duration RECOVERY_AGE = Duration.ofDays(14);
  private final boolean secure;

  PageCookies(@Value("${latchkey.base-url}") String baseUrl) {
    this.secure = baseUrl.startsWith("https:");
  }

  /** Keeps a recovery's token; long enough for a review with its hold. */
  String recovery(String token) {
    return cookie(RECOVERY, token).maxAge(RECOVERY_AGE).build().toString();
  }

  /** Keeps a session's token until the browser closes. */
  String session(String token) {
    return cookie(SESSION, token).build().toString();
  }

  /** Takes a cookie away. */
  String none(String name) {
    return cookie(name, "").maxAge(0).build().toString();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
    return ResponseCookie.from(name, value).httpOnly(true).sameSite("Lax").secure(secure).path("/");
  }
}
