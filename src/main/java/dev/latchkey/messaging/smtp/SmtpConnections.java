package dev.latchkey.messaging.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections to the mail server that are kept between messages: the handshakes cost more than the
 * mail. One that the server closed meanwhile is replaced.
 */
class SmtpConnections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnections.class);
  private static final int KEPT = 4;

  private final SmtpAccess access;
  private final Session session;
  private final BlockingDeque<Transport> idle = new LinkedBlockingDeque<>(KEPT);

  SmtpConnections(SmtpAccess access) {
    this.access = access;
    this.session = Session.getInstance(access.settings());
  }

  Session session() {
    return session;
  }

  /** A connection that answers. Give it back, or drop it after a fault. */
  Transport take() throws MessagingException {
    for (Transport kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      if (kept.isConnected()) {
        return kept;
      }
      drop(kept);
    }
    Transport fresh = session.getTransport("smtp");
    fresh.connect(access.host(), access.port(), access.user(), access.password());
    return fresh;
  }

  void giveBack(Transport connection) {
    if (!idle.offerFirst(connection)) {
      drop(connection);
    }
  }

  void drop(Transport connection) {
    try {
      connection.close();
    } catch (MessagingException gone) {
      LOG.debug("A connection to the mail server was closed already", gone);
    }
  }

  @Override
  public void close() {
    for (Transport kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
      drop(kept);
    }
  }
}
