package dev.latchkey.messaging.smtp;

import dev.latchkey.messaging.DeliveryStatus;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.MultipartReport;

/**
 * What a delivery status notification (RFC 3464) says of one of our mails.
 *
 * @param messageId Message-ID of our mail
 * @param cause stable cause of an undelivered mail, or null
 */
record Bounce(String messageId, DeliveryStatus status, String cause) {
  private static final String REPORT = "multipart/report";
  private static final Pattern OUR_MESSAGE_ID = Pattern.compile("<[0-9a-f-]{36}@[^<>@\\s]{1,150}>");
  private static final Map<String, DeliveryStatus> ACTIONS =
      Map.of(
          "failed", DeliveryStatus.UNDELIVERED,
          "delayed", DeliveryStatus.SENT,
          "delivered", DeliveryStatus.DELIVERED,
          "relayed", DeliveryStatus.SENT);

  /**
   * Reads a notification; empty for a mail that is none, or is not about one of ours.
   *
   * @param contentType of the request: a message as a whole, or a report without its headers
   * @throws MessagingException if it cannot be read
   */
  static Optional<Bounce> read(byte[] body, String contentType) throws MessagingException {
    MimeMessage mail =
        new MimeMessage(Session.getInstance(new Properties()), whole(body, contentType));
    if (!mail.isMimeType(REPORT)) {
      return Optional.empty();
    }
    MultipartReport report = new MultipartReport(mail.getDataHandler().getDataSource());
    MimeMessage ours = report.getReturnedMessage();
    String id = ours == null ? null : ours.getMessageID();
    return id != null
            && OUR_MESSAGE_ID.matcher(id).matches()
            && report.getReport() instanceof org.eclipse.angus.mail.dsn.DeliveryStatus told
            && told.getRecipientDSNCount() == 1
        ? of(id, told.getRecipientDSN(0))
        : Optional.empty();
  }

  private static InputStream whole(byte[] body, String contentType) {
    InputStream sent = new ByteArrayInputStream(body);
    if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith(REPORT)) {
      return sent;
    }
    String headers = "Content-Type: " + contentType + "\r\n\r\n";
    return new SequenceInputStream(
        new ByteArrayInputStream(headers.getBytes(StandardCharsets.US_ASCII)), sent);
  }

  private static Optional<Bounce> of(String id, InternetHeaders recipient) {
    DeliveryStatus status = ACTIONS.get(first(recipient, "Action").toLowerCase(Locale.ROOT));
    if (status == null) {
      return Optional.empty();
    }
    String cause =
        status == DeliveryStatus.UNDELIVERED ? StatusCodes.cause(first(recipient, "Status")) : null;
    return Optional.of(new Bounce(id, status, cause));
  }

  /** Without comments in brackets. */
  private static String first(InternetHeaders headers, String name) {
    String value = headers.getHeader(name, null);
    return value == null ? "" : value.replaceAll("\\([^()]*\\)", "").strip();
  }
}
