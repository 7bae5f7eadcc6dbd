package dev.latchkey.recovery;

import dev.latchkey.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The scenarios on PostgreSQL. */
class SignInOnPostgresTests extends SignInScenarios {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = Databases.freshPostgresUrl();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
  }
}
