package dev.latchkey.recovery;

import dev.latchkey.testing.Databases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Races and faults on PostgreSQL. */
class FaultsAndRacesOnPostgresTests extends FaultAndRaceScenarios {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = Databases.freshPostgresUrl();
    properties.add("spring.datasource.url", () -> url);
    properties.add("spring.datasource.username", () -> "postgres");
    properties.add("spring.datasource.password", () -> "postgres");
  }
}
