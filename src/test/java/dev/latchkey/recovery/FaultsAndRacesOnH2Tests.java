package dev.latchkey.recovery;

import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Races and faults on H2. */
class FaultsAndRacesOnH2Tests extends FaultAndRaceScenarios {
  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    properties.add("spring.datasource.url", () -> url);
  }
}
