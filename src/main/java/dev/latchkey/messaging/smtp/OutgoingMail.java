package dev.latchkey.messaging.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail whose Message-ID follows from its intent: a repeated sending is known as the same mail.
 */
class OutgoingMail extends MimeMessage {
  private final String messageId;

  OutgoingMail(Session session, String messageId) {
    super(session);
    this.messageId = messageId;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }
}
