package dev.latchkey.messaging.smtp;

import dev.latchkey.Misconfigured;
import dev.latchkey.messaging.MessagingProperties;
import dev.latchkey.messaging.MessagingProperties.Smtp;
import java.time.Clock;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mail by a mail server, where the configuration says so. */
@Configuration
@ConditionalOnProperty(name = "latchkey.messaging.mail.provider", havingValue = "smtp")
class SmtpConfiguration {

  @Bean
  SmtpAccess smtpAccess(MessagingProperties properties, SslBundles bundles) {
    if (properties.smtp() == null) {
      throw new Misconfigured(
          "latchkey.messaging.mail.provider is smtp, but latchkey.messaging.smtp is empty",
          "Set host, from and, where the server asks for them, user and password under"
              + " latchkey.messaging.smtp");
    }
    return SmtpAccess.of(properties.smtp(), trusted(properties.smtp(), bundles));
  }

  private static SSLSocketFactory trusted(Smtp smtp, SslBundles bundles) {
    if (smtp.sslBundle() == null) {
      return null;
    }
    try {
      return bundles.getBundle(smtp.sslBundle()).createSslContext().getSocketFactory();
    } catch (NoSuchSslBundleException unknown) {
      throw new Misconfigured(
          "latchkey.messaging.smtp.ssl-bundle names no SSL bundle: " + smtp.sslBundle(),
          "Define it under spring.ssl.bundle, or leave the setting out");
    }
  }

  @Bean
  SmtpConnections smtpConnections(SmtpAccess access) {
    return new SmtpConnections(access);
  }

  @Bean
  SmtpSender smtpSender(
      SmtpAccess access, MessagingProperties properties, SmtpConnections connections, Clock clock) {
    return new SmtpSender(access, properties.serviceName(), connections, clock);
  }
}
