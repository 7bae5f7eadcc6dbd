package dev.latchkey.messaging;

import dev.latchkey.language.IcuMessages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The texts of messages, apart from the texts of pages. */
@Configuration
class MessagingConfiguration {
  static final String OUTGOING_TEXTS = "outgoingTexts";

  /** Not a candidate where a message source is wanted without its name: pages have their own. */
  @Bean(name = OUTGOING_TEXTS, defaultCandidate = false)
  MessageSource outgoingTexts() {
    return new IcuMessages("messages/outgoing");
  }
}
