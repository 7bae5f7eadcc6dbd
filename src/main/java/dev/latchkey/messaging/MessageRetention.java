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
          "delete from early_receipt where noted_at < :before",
          "delete from send_target where last_claim < :before");

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
    OffsetDateTime before = clock.instant().minus(retention).atOffset(ZoneOffset.UTC);
    REMOVALS.forEach(removal -> jdbc.sql(removal).param("before", before).update());
  }
}
