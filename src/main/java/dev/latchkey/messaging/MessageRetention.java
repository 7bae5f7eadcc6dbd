package dev.latchkey.messaging;

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

/** Removes what is kept of messages, above all their targets, after the retention period (R24). */
@Component
public class MessageRetention {
  private static final List<String> REMOVALS =
      List.of(
          "delete from message where changed_at < :before",
          "delete from mailroom_message where sent_at < :before",
          "delete from planned_receipt where due_at < :before",
          "delete from inbound_text where received_at < :before",
          "delete from send_target where last_claim < :before");

  /** The message that a report is about is stored within seconds; others are invented. */
  private static final Duration EARLY = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Duration retention;
  private final Clock clock;

  MessageRetention(
      JdbcClient jdbc,
      @Value("${latchkey.recovery.retention:P30D}") String retention,
      Clock clock) {
    this.jdbc = jdbc;
    this.retention = DurationStyle.detectAndParse(retention);
    this.clock = clock;
  }

  /** Runs every night; several nodes may run it at once. */
  @Scheduled(cron = "0 27 2 * * *", zone = "UTC")
  @Transactional
  public void removeOldMessages() {
    REMOVALS.forEach(removal -> remove(removal, retention));
    remove("delete from early_receipt where noted_at < :before", EARLY);
  }

  private void remove(String removal, Duration age) {
    OffsetDateTime before = clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    jdbc.sql(removal).param("before", before).update();
  }
}
