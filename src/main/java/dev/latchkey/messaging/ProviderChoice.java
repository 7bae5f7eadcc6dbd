package dev.latchkey.messaging;

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
  }

  private static MessagingMisconfigured unused(String data, String choice, String provider) {
    return new MessagingMisconfigured(
        data + " is set, but " + choice + " is not: nothing would be sent",
        "Set " + choice + " to " + provider + ", or to mailroom to keep messages on this machine");
  }
}
