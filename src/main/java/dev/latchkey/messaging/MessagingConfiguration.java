package dev.latchkey.messaging;

import java.nio.charset.StandardCharsets;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The texts of messages, apart from the texts of pages. */
@Configuration
class MessagingConfiguration {
  static final String OUTGOING_TEXTS = "outgoingTexts";

  /** Not a candidate where a message source is wanted without its name: pages have their own. */
  @Bean(name = OUTGOING_TEXTS, defaultCandidate = false)
  MessageSource outgoingTexts() {
    ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
    texts.setBasename("messages/outgoing");
    texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
    texts.setFallbackToSystemLocale(false);
    return texts;
  }
}
