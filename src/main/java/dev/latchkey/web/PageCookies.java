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
  static final String SECOND_STEP = "latchkey_second_step";
  static final String NEW_ADDRESS = "latchkey_new_address";

  /** Page to go on to after the second step; not a secret, and checked when it comes back. */
  static final String NEXT = "latchkey_next";

  private final boolean secure;
  private final Duration deviceLifetime;

  /**
   * @param deviceLifetime how long a browser that approves sign-ins stays signed in
   */
  PageCookies(
      @Value("${latchkey.base-url}") String baseUrl,
      @Value("${latchkey.session.device-lifetime:P30D}") Duration deviceLifetime) {
    this.secure = baseUrl.startsWith("https:");
    this.deviceLifetime = deviceLifetime;
  }

  /** Keeps the token of a case for its page of steps. */
  String steps(StepPlace place, String token) {
    return cookie(place.cookie(), token).maxAge(place.age()).build().toString();
  }

  /** Keeps a session's token until the browser closes. */
  String session(String token) {
    return cookie(SESSION, token).build().toString();
  }

  /** Keeps the token of a session that approves sign-ins, also when the browser is closed. */
  String lastingSession(String token) {
    return cookie(SESSION, token).maxAge(deviceLifetime).build().toString();
  }

  /** Keeps where to go on until the browser closes. */
  String next(String path) {
    return cookie(NEXT, path).build().toString();
  }

  /** Takes a cookie away. */
  String none(String name) {
    return cookie(name, "").maxAge(0).build().toString();
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
    return ResponseCookie.from(name, value).httpOnly(true).sameSite("Lax").secure(secure).path("/");
  }
}
