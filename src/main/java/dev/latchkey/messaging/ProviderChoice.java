package dev.latchkey.messaging;

import dev.latchkey.messaging.MessagingProperties.MailProvider;
import dev.latchkey.messaging.MessagingProperties.TextProvider;
import org.springframework.stereotype.Component;

/**
 * Refuses access data without the choice of the provider that they belong to: messages would go to
 * the mailroom and nobody would notice.
 */
@Component
class ProviderChoice {
  ProviderChoice(MessagingProperties properties) {
    if (properties.twilio() != null && properties.text().provider() == null) {
      throw unused("latchkey.messaging.twilio", "latchkey.messaging.text.provider", "twilio");
    }
    if (properties.smtp() != null && properties.mail().provider() == null) {
      throw unused("latchkey.messaging.smtp", "latchkey.messaging.mail.provider", "smtp");
    }
    if (properties.text().provider() == TextProvider.TWILIO && properties.twilio() == null) {
      throw new MessagingMisconfigured(
          "latchkey.messaging.text.provider is twilio, but latchkey.messaging.twilio is empty",
          "Set account-sid, auth-token and from (or messaging-service-sid) under"
              + " latchkey.messaging.twilio");
    }
    if (properties.mail().provider() == MailProvider.SMTP && properties.smtp() == null) {
      throw new MessagingMisconfigured(
          "latchkey.messaging.mail.provider is smtp, but latchkey.messaging.smtp is empty",
          "Set host, from and, where the server asks for them, user and password under"
              + " latchkey.messaging.smtp");
    }
  }

  private static MessagingMisconfigured unused(String data, String choice, String provider) {
    return new MessagingMisconfigured(
        data + " is set, but " + choice + " is not: nothing would be sent",
        "Set " + choice + " to " + provider + ", or to mailroom to keep messages on this machine");
  }
}
