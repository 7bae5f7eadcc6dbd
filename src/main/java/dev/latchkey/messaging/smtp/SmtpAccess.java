package dev.latchkey.messaging.smtp;

import dev.latchkey.Misconfigured;
import dev.latchkey.messaging.MessagingProperties.Smtp;
import dev.latchkey.messaging.MessagingProperties.TlsMode;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;

/**
 * Complete access data.
 *
 * @param port 0 for the usual one of the mode
 * @param settings for the mail library
 */
record SmtpAccess(
    String host, int port, String user, String password, String from, Properties settings) {
  private static final String PREFIX = "latchkey.messaging.smtp";
  private static final int SUBMISSION = 587;
  private static final int SUBMISSION_TLS = 465;
  private static final int PLAIN = 25;

  /**
   * Checks the settings; names all that is wrong in one message.
   *
   * @param trusted makes TLS connections, or null for the machine's authorities
   */
  static SmtpAccess of(Smtp smtp, SSLSocketFactory trusted) {
    List<String> problems = problems(smtp);
    if (!problems.isEmpty()) {
      throw new Misconfigured(
          "Mail cannot be sent: " + PREFIX + ": " + String.join("; ", problems),
          "Complete the settings, or set latchkey.messaging.mail.provider to mailroom");
    }
    int port = smtp.port() == null ? usualPort(smtp.tls()) : smtp.port();
    return new SmtpAccess(
        smtp.host(), port, smtp.user(), smtp.password(), smtp.from(), settings(smtp, trusted));
  }

  private static List<String> problems(Smtp smtp) {
    List<String> problems = new ArrayList<>();
    if (blank(smtp.host())) {
      problems.add("host is missing");
    } else if (smtp.tls() == TlsMode.NONE && !loopback(smtp.host())) {
      problems.add("tls may be none only for a server on this machine");
    }
    if (blank(smtp.from())) {
      problems.add("from is missing");
    } else if (!isAddress(smtp.from())) {
      problems.add("from is no plain mail address");
    }
    if (!blank(smtp.bounceAddress()) && !isAddress(smtp.bounceAddress())) {
      problems.add("bounce-address is no plain mail address");
    }
    if (blank(smtp.user()) != blank(smtp.password())) {
      problems.add("user and password go together");
    }
    return problems;
  }

  private static Properties settings(Smtp smtp, SSLSocketFactory trusted) {
    Properties settings = new Properties();
    settings.put("mail.smtp.connectiontimeout", String.valueOf(smtp.connectTimeout().toMillis()));
    settings.put("mail.smtp.timeout", String.valueOf(smtp.readTimeout().toMillis()));
    settings.put("mail.smtp.writetimeout", String.valueOf(smtp.writeTimeout().toMillis()));
    settings.put("mail.smtp.auth", String.valueOf(!blank(smtp.user())));
    settings.put(
        "mail.smtp.from", blank(smtp.bounceAddress()) ? smtp.from() : smtp.bounceAddress());
    if (!blank(smtp.bounceAddress())) {
      // Reports with the headers alone: no code comes back
      settings.put("mail.smtp.dsn.notify", "SUCCESS,FAILURE,DELAY");
      settings.put("mail.smtp.dsn.ret", "HDRS");
    }
    settings.put("mail.smtp.starttls.enable", String.valueOf(smtp.tls() == TlsMode.STARTTLS));
    settings.put("mail.smtp.starttls.required", String.valueOf(smtp.tls() == TlsMode.STARTTLS));
    settings.put("mail.smtp.ssl.enable", String.valueOf(smtp.tls() == TlsMode.TLS));
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
    if (trusted != null) {
      settings.put("mail.smtp.ssl.socketFactory", trusted);
    }
    return settings;
  }

  private static int usualPort(TlsMode tls) {
    return switch (tls) {
      case STARTTLS -> SUBMISSION;
      case TLS -> SUBMISSION_TLS;
      case NONE -> PLAIN;
    };
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private static boolean isAddress(String from) {
    try {
      return new InternetAddress(from, true).getAddress().equals(from);
    } catch (AddressException none) {
      return false;
    }
  }

  private static boolean blank(String value) {
    return value == null || value.isBlank();
  }

  @Override
  public String toString() {
    return "SmtpAccess[" + host + "]";
  }
}
