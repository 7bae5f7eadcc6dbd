package dev.latchkey.messaging.smtp;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.RecipientDeferred;
import dev.latchkey.messaging.Sender;
import dev.latchkey.messaging.TemporarySendFailure;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalInt;

/** Sends mail to one recipient each through a mail server. */
class SmtpSender implements Sender {
  static final String PROVIDER = "smtp";
  private static final Duration USUAL_TIME = Duration.ofMillis(500);
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final SmtpAccess access;
  private final String senderName;
  private final SmtpConnections connections;
  private final Clock clock;

  SmtpSender(SmtpAccess access, String senderName, SmtpConnections connections, Clock clock) {
    this.access = access;
    this.senderName = senderName;
    this.connections = connections;
    this.clock = clock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public Duration usualTime() {
    return USUAL_TIME;
  }

  @Override
  public Optional<Boolean> reachable() {
    try {
      connections.giveBack(connections.take());
      return Optional.of(true);
    } catch (MessagingException unreachable) {
      return Optional.of(false);
    }
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    InternetAddress recipient;
    try {
      recipient = onlyRecipient(message.target());
    } catch (AddressException noAddress) {
      return new SendResult(null, "invalid-address");
    }
    Transport connection = connect();
    boolean usable = false;
    try {
      MimeMessage mail = mail(message, recipient);
      connection.sendMessage(mail, new Address[] {recipient});
      usable = true;
      return new SendResult(mail.getMessageID(), null);
    } catch (MessagingException failed) {
      return refusedOrRetry(failed);
    } finally {
      if (usable) {
        connections.giveBack(connection);
      } else {
        connections.drop(connection);
      }
    }
  }

  /** Exactly what was given, read strictly; the library must not find more in it than we did. */
  private static InternetAddress onlyRecipient(String target) throws AddressException {
    InternetAddress recipient = new InternetAddress(target, true);
    boolean plain = target.chars().allMatch(c -> c > ' ' && c < 0x7f && ",;<>\"".indexOf(c) < 0);
    if (!plain || !recipient.getAddress().equals(target)) {
      throw new AddressException("Not one plain address");
    }
    return recipient;
  }

  private Transport connect() {
    try {
      return connections.take();
    } catch (MessagingException unreachable) {
      throw new TemporarySendFailure("The mail server cannot be used", unreachable);
    }
  }

  private MimeMessage mail(OutgoingMessage message, InternetAddress recipient)
      throws MessagingException {
    String domain = access.from().substring(access.from().indexOf('@') + 1);
    MimeMessage mail =
        new OutgoingMail(connections.session(), "<" + message.id() + "@" + domain + ">");
    mail.setFrom(sender());
    mail.setRecipient(RecipientType.TO, recipient);
    mail.setSubject(message.subject(), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setContentLanguage(new String[] {message.locale().toLanguageTag()});
    mail.setContent(
        new MimeMultipart(
            "alternative", part(message.text(), "plain"), part(message.html(), "html")));
    mail.saveChanges();
    return mail;
  }

  private InternetAddress sender() {
    try {
      return new InternetAddress(access.from(), senderName, UTF_8);
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MimeBodyPart part(String content, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    return part;
  }

  /** The library's text is left out: it names the address. */
  private static SendResult refusedOrRetry(MessagingException failed) {
    OptionalInt code = SmtpAnswers.code(failed);
    if (code.isPresent() && SmtpAnswers.permanent(code.getAsInt())) {
      return new SendResult(null, SmtpAnswers.cause(failed, code.getAsInt()));
    }
    String answer = code.isPresent() ? "answered " + code.getAsInt() : "gave no answer";
    if (SmtpAnswers.ofRecipient(failed)) {
      throw new RecipientDeferred("The mail server " + answer + " to the address");
    }
    throw new TemporarySendFailure("The mail server " + answer, null);
  }
}
