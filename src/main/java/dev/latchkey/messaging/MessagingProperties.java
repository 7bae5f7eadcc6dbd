package dev.latchkey.messaging;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Everything under {@code latchkey.messaging}. A name that is none stops the start.
 *
 * @param serviceName what the account is called in messages
 * @param twilio null when nothing is set
 * @param smtp null when nothing is set
 */
@ConfigurationProperties(prefix = "latchkey.messaging", ignoreUnknownFields = false)
public record MessagingProperties(
    @DefaultValue("Latchkey") String serviceName,
    @DefaultValue Text text,
    @DefaultValue Mail mail,
    Twilio twilio,
    Smtp smtp,
    @DefaultValue Limits limits) {

  /** Who carries text messages; null stands for the mailroom. */
  public record Text(TextProvider provider) {}

  /** Who carries mail; null stands for the mailroom. */
  public record Mail(MailProvider provider) {}

  /** Carriers of text messages. */
  public enum TextProvider {
    MAILROOM,
    TWILIO
  }

  /** Carriers of mail. */
  public enum MailProvider {
    MAILROOM,
    SMTP
  }

  /**
   * How often codes are sent, and how fast anything is.
   *
   * @param spacing between two to one target, at most two minutes
   * @param textsPerSecond how often the provider is called, by all nodes together; what is more
   *     waits for its turn
   * @param countries ISO 3166 codes of the countries whose numbers get text messages
   * @param prefixes beginnings of the numbers that get text messages, such as +81 or +9198, within
   *     these countries; empty for all of their numbers
   */
  public record Limits(
      @DefaultValue("120s") Duration spacing,
      @DefaultValue("5") int perTargetIn10Minutes,
      @DefaultValue("10") int perTargetAndDay,
      @DefaultValue("20") int perClientAndHour,
      @DefaultValue("30") int perPrefixAndHour,
      @DefaultValue("500") int perCountryAndHour,
      @DefaultValue("1000") int textsPerHour,
      @DefaultValue("5000") int mailsPerHour,
      @DefaultValue("50") int textsPerSecond,
      @DefaultValue("50") int mailsPerSecond,
      @DefaultValue({"JP", "IN", "US", "GB", "DE"}) List<String> countries,
      @DefaultValue List<String> prefixes) {

    /** Refuses a rate at which nothing would ever be sent. */
    public Limits {
      if (Math.min(textsPerSecond, mailsPerSecond) < 1) {
        throw new IllegalArgumentException(
            "latchkey.messaging.limits: texts-per-second and mails-per-second must be 1 or more");
      }
    }

    /** The cap over all targets of a channel in one hour. */
    int inAll(Channel channel) {
      return channel == Channel.EMAIL ? mailsPerHour : textsPerHour;
    }

    /** How often a channel's provider is called in one second. */
    int perSecond(Channel channel) {
      return channel == Channel.EMAIL ? mailsPerSecond : textsPerSecond;
    }
  }

  /**
   * Access to Twilio, or to a provider that speaks its language.
   *
   * @param authToken also proves that receipts come from the provider
   * @param apiKey may replace the token for sending; with {@code apiSecret}
   * @param from sender number in E.164 form, or {@code messagingServiceSid} instead
   * @param serviceNumbers senders for texts to single countries, by ISO 3166 code
   * @param answersKeywords whether the provider itself answers START, STOP and HELP, as Twilio does
   */
  public record Twilio(
      String accountSid,
      String authToken,
      String apiKey,
      String apiSecret,
      String from,
      String messagingServiceSid,
      @DefaultValue Map<String, String> serviceNumbers,
      @DefaultValue("true") boolean answersKeywords,
      @DefaultValue("https://api.twilio.com") URI apiBaseUrl,
      @DefaultValue("5s") Duration connectTimeout,
      @DefaultValue("10s") Duration readTimeout) {
    @Override
    public String toString() {
      return "Twilio[" + accountSid + "]";
    }
  }

  /**
   * Access to a mail server.
   *
   * @param port null for the usual one of the mode
   * @param user null when the server asks for none; with {@code password}
   * @param from the sender's address, without a name
   * @param bounceAddress where mail servers report what became of a mail, without a name; null for
   *     the sender's address
   * @param bounceSecret proves that what is posted to {@code /webhooks/mail/bounce} came to that
   *     address; at least 32 characters, or null for no such webhook
   * @param sslBundle Spring Boot SSL bundle that holds a private authority, or null
   */
  public record Smtp(
      String host,
      Integer port,
      String user,
      String password,
      @DefaultValue("starttls") TlsMode tls,
      String from,
      String bounceAddress,
      String bounceSecret,
      String sslBundle,
      @DefaultValue("5s") Duration connectTimeout,
      @DefaultValue("10s") Duration readTimeout,
      @DefaultValue("10s") Duration writeTimeout) {
    @Override
    public String toString() {
      return "Smtp[" + host + "]";
    }
  }

  /** How the connection to the mail server is protected. */
  public enum TlsMode {
    /** Plain at first, then always encrypted. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS,
    /** Not at all; on this machine only. */
    NONE
  }
}
