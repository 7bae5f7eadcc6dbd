package dev.latchkey.messaging.twilio;

import dev.latchkey.Misconfigured;
import dev.latchkey.messaging.Links;
import dev.latchkey.messaging.MessagingProperties;
import dev.latchkey.messaging.SenderNumbers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Text messages by Twilio, where the configuration says so. */
@Configuration
@ConditionalOnProperty(name = "latchkey.messaging.text.provider", havingValue = "twilio")
class TwilioConfiguration {

  @Bean
  TwilioAccess twilioAccess(MessagingProperties properties) {
    if (properties.twilio() == null) {
      throw new Misconfigured(
          "latchkey.messaging.text.provider is twilio, but latchkey.messaging.twilio is empty",
          "Set account-sid, auth-token and from (or messaging-service-sid) under"
              + " latchkey.messaging.twilio");
    }
    return TwilioAccess.of(properties.twilio());
  }

  @Bean
  SenderNumbers twilioNumbers(TwilioAccess access) {
    return access.numbers();
  }

  @Bean
  TwilioSignatures twilioSignatures(TwilioAccess access, Links links) {
    return new TwilioSignatures(access, links);
  }

  @Bean
  TwilioSender twilioSender(TwilioAccess access, Links links) {
    return new TwilioSender(access, links.absolute(TwilioStatusController.PATH));
  }
}
