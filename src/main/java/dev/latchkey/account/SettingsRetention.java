package dev.latchkey.account;

import dev.latchkey.retention.Retained;
import dev.latchkey.retention.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes what is kept of sign-ins and changes, above all addresses that their holder removed,
 * after the retention period (R24), which is longer than the three days in which a change can be
 * taken back.
 */
@Component
class SettingsRetention implements Retained {
  private static final String UNUSED_SESSION =
      """
      last_used_at < :before and authenticated_at < :before
      and (ended_at is not null or kept_until is null or kept_until < :before)
      """;

  private final JdbcClient jdbc;
  private final Duration retention;

  SettingsRetention(
      JdbcClient jdbc, @Value("${latchkey.recovery.retention:P30D}") String retention) {
    this.jdbc = jdbc;
    this.retention = DurationStyle.detectAndParse(retention);
  }

  @Override
  public List<Removal> removals(Instant now) {
    Instant before = now.minus(retention);
    return List.of(
        old("removed addresses", "removed_address", "change_id", "removed_at < :before", before),
        old("account activities", "account_activity", "id", "at < :before", before),
        old("temporary passwords", "temporary_password", "id", "expires_at < :before", before),
        old("sessions", "session", "id", UNUSED_SESSION, before));
  }

  private Removal old(String kind, String table, String key, String condition, Instant before) {
    return new Removal(kind, Walk.byKey(jdbc, table, key, condition, before));
  }
}
