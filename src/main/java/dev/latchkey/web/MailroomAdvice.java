package dev.latchkey.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Tells the pages whether messages end in the mailroom of an installation without providers, so
 * that they can lead there.
 */
@ControllerAdvice(basePackageClasses = MailroomAdvice.class)
class MailroomAdvice {
  private static final String MAILROOM = "mailroom";
  private final boolean mailroom;

  MailroomAdvice(
      @Value("${latchkey.messaging.text.provider:mailroom}") String text,
      @Value("${latchkey.messaging.mail.provider:mailroom}") String mail) {
    this.mailroom = MAILROOM.equals(text) || MAILROOM.equals(mail);
  }

  @ModelAttribute(MAILROOM)
  boolean mailroom() {
    return mailroom;
  }
}
