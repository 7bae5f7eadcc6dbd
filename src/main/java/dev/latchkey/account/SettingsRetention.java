package dev.latchkey.account;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes what is kept of sign-ins and changes, above all addresses that their holder removed,
 * after the retention period (R24), which is longer than the three days in which a change can be
 * taken back.
 */
@Component
public class SettingsRetention {
  private static final List<String> REMOVALS =
      List.of(
          "delete from removed_address where removed_at < :before",
          "delete from account_activity where at < :before",
          "delete from temporary_password where expires_at < :before",
          """
          delete from session where last_used_at < :before and authenticated_at < :before
            and (ended_at is not null or kept_until is null or kept_until < :before)
          """);

  private final JdbcClient jdbc;
  private final Duration retention;
  private final Clock clock;

  SettingsRetention(
      JdbcClient jdbc,
      @Value("${latchkey.recovery.retention:P30D}") String retention,
      Clock clock) {
    this.jdbc = jdbc;
    this.retention = DurationStyle.detectAndParse(retention);
    this.clock = clock;
  }

  /** Runs every night; several nodes may run it at once. */
  @Scheduled(cron = "0 37 2 * * *", zone = "UTC")
  @Transactional
  public void removeOldTraces() {
    OffsetDateTime before = clock.instant().minus(retention).atOffset(ZoneOffset.UTC);
    REMOVALS.forEach(removal -> jdbc.sql(removal).param("before", before).update());
  }
}
