package dev.latchkey.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * What the frame of every page shows: the way to the account and, in an installation without real
 * providers, to the mailroom in which messages end.
 */
@ControllerAdvice(basePackageClasses = LayoutAdvice.class)
class LayoutAdvice {
  private static final String MAILROOM = "mailroom";
  private final boolean mailroom;

  LayoutAdvice(
      @Value("${latchkey.messaging.text.provider:mailroom}") String text,
      @Value("${latchkey.messaging.mail.provider:mailroom}") String mail) {
    this.mailroom = MAILROOM.equalsIgnoreCase(text) || MAILROOM.equalsIgnoreCase(mail);
  }

  /** Whether the browser holds a session, which may be over: decides one link of the footer. */
  @ModelAttribute("signedIn")
  boolean signedIn(@CookieValue(name = PageCookies.SESSION, defaultValue = "") String token) {
    return !token.isEmpty();
  }

  @ModelAttribute(MAILROOM)
  boolean mailroom() {
    return mailroom;
  }
}
