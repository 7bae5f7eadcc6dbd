package dev.latchkey.language;

import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The texts of the pages and of the REST interface's problems. */
@Configuration(proxyBeanMethods = false)
class PageTextsConfiguration {
  private static final String[] FILES = {"messages", "advice", "status", "help"};

  @Bean
  static MessageSource messageSource() {
    return new IcuMessages(
        Stream.of(FILES).filter(PageTextsConfiguration::present).toArray(String[]::new));
  }

  private static boolean present(String file) {
    return PageTextsConfiguration.class.getResource("/" + file + ".properties") != null;
  }
}
