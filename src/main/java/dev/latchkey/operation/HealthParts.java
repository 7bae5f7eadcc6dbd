package dev.latchkey.operation;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What {@code /actuator/health} tells, by the names of the beans. Trouble with a provider makes no
 * node unfit, for recoveries go on by the other channel: its status does not count for the whole.
 */
@Configuration(proxyBeanMethods = false)
class HealthParts {
  private static final Status DEGRADED = new Status("DEGRADED");

  @Bean
  static HealthIndicator databaseHealthIndicator(Checkup checkup) {
    return indicator(checkup, Checkup.DATABASE);
  }

  @Bean
  static HealthIndicator dataFolderHealthIndicator(Checkup checkup) {
    return indicator(checkup, Checkup.DATA_FOLDER);
  }

  @Bean
  static HealthIndicator clockHealthIndicator(Checkup checkup) {
    return indicator(checkup, Checkup.CLOCK);
  }

  @Bean
  static HealthIndicator textMessagesHealthIndicator(Checkup checkup) {
    return indicator(checkup, "textMessages");
  }

  @Bean
  static HealthIndicator mailHealthIndicator(Checkup checkup) {
    return indicator(checkup, "mail");
  }

  @Bean
  static HealthIndicator backgroundWorkHealthIndicator(Checkup checkup) {
    return indicator(checkup, "backgroundWork");
  }

  private static HealthIndicator indicator(Checkup checkup, String part) {
    return () -> {
      Finding finding = checkup.of(part);
      return Health.status(status(finding.state())).withDetail("told", finding.told()).build();
    };
  }

  private static Status status(Finding.State state) {
    return switch (state) {
      case GOOD -> Status.UP;
      case DEGRADED -> DEGRADED;
      case DOWN -> Status.DOWN;
    };
  }
}
