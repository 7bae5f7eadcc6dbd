package dev.latchkey.messaging;

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
 * Removes what is kept of messages, above all their targets, after the retention period (R24). The
 * messages of a case go with it; those that are left over belong to none.
 */
@Component
public class MessageRetention implements Retained {
  /** The message that a report is about is stored within seconds; others are invented. */
  private static final Duration EARLY = Duration.ofDays(1);

  private final JdbcClient jdbc;
  private final Duration retention;

  MessageRetention(
      JdbcClient jdbc, @Value("${latchkey.recovery.retention:P30D}") String retention) {
    this.jdbc = jdbc;
    this.retention = DurationStyle.detectAndParse(retention);
  }

  /**
   * Removes the messages of these cases, with what is planned for them and what the mailroom has.
   * Joins the caller's transaction.
   *
   * @param caseIds at least one
   */
  public void removeOf(List<String> caseIds) {
    for (String table : List.of("planned_receipt", "mailroom_message")) {
      jdbc.sql(
              """
              delete from %s where message_id in (
                select id from message where case_id in (:ids))
              """
                  .formatted(table))
          .param("ids", caseIds)
          .update();
    }
    jdbc.sql("delete from message where case_id in (:ids)").param("ids", caseIds).update();
  }

  @Override
  public List<Removal> removals(Instant now) {
    Instant before = now.minus(retention);
    Walk withoutCase =
        Walk.byTime(jdbc, "message", "id", "created_at", before)
            .where(
                """
                changed_at < :before
                and not exists (select 1 from recovery_case c where c.id = message.case_id)
                """);
    return List.of(
        new Removal("messages", withoutCase),
        leftOver("mailroom messages", "mailroom_message", "id", "sent_at", before),
        leftOver("planned receipts", "planned_receipt", "message_id", "due_at", before),
        new Removal(
            "inbound texts", Walk.byTime(jdbc, "inbound_text", "id", "received_at", before)),
        new Removal(
            "send targets",
            Walk.byKey(jdbc, "send_target", "target_hash", "last_claim < :before", before)),
        new Removal(
            "early receipts",
            Walk.byKey(
                jdbc, "early_receipt", "provider_id", "noted_at < :before", now.minus(EARLY))));
  }

  private Removal leftOver(String kind, String table, String key, String time, Instant before) {
    Walk withoutMessage =
        Walk.byTime(jdbc, table, key, time, before)
            .where(
                "not exists (select 1 from message m where m.id = %s.message_id)".formatted(table));
    return new Removal(kind, withoutMessage);
  }
}
