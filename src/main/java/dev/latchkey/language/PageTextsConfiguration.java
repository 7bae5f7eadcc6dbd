package dev.latchkey.language;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The texts of the pages and of the REST interface's problems. */
@Configuration(proxyBeanMethods = false)
public class PageTextsConfiguration {

  @Bean
  static MessageSource messageSource() {
    return new IcuMessages("messages", "advice", "status", "help");
  }
}
