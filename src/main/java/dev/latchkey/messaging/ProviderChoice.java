package dev.latchkey.messaging;

import dev.latchkey.Misconfigured;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Refuses a mailroom that others could read. Refuses access data without the choice of the provider
 * that they belong to: messages would go to the mailroom and nobody would notice.
 */
@Component
class ProviderChoice {
  ProviderChoice(
      MessagingProperties properties,
      @Value("${latchkey.base-url}") String baseUrl,
      @Value("${server.address:}") String serverAddress) {
    boolean reachable = baseUrl.strip().startsWith("https:") || !loopback(serverAddress);
    if (reachable && (usesMailroom(properties.text()) || usesMailroom(properties.mail()))) {
      throw new Misconfigured(
          "The mailroom shows every code to whoever opens it, and others can reach this server",
          "Set latchkey.messaging.text.provider to twilio and latchkey.messaging.mail.provider to"
              + " smtp, or keep to this machine: server.address 127.0.0.1 and an http base URL");
    }
    if (properties.twilio() != null && properties.text().provider() == null) {
      throw unused("latchkey.messaging.twilio", "latchkey.messaging.text.provider", "twilio");
    }
    if (properties.smtp() != null && properties.mail().provider() == null) {
      throw unused("latchkey.messaging.smtp", "latchkey.messaging.mail.provider", "smtp");
    }
  }

  private static boolean usesMailroom(MessagingProperties.Text text) {
    return text.provider() != MessagingProperties.TextProvider.TWILIO;
  }

  private static boolean usesMailroom(MessagingProperties.Mail mail) {
    return mail.provider() != MessagingProperties.MailProvider.SMTP;
  }

  private static boolean loopback(String serverAddress) {
    String address = serverAddress.strip();
    return address.equals("localhost") || address.equals("::1") || address.startsWith("127.");
  }

  private static Misconfigured unused(String data, String choice, String provider) {
    return new Misconfigured(
        data + " is set, but " + choice + " is not: nothing would be sent",
        "Set " + choice + " to " + provider + ", or to mailroom to keep messages on this machine");
  }
}
