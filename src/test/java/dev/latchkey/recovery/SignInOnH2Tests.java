package dev.latchkey.recovery;

import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The scenarios on the embedded database. */
class SignInOnH2Tests extends SignInScenarios {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    properties.add("spring.datasource.url", () -> url);
  }
}
