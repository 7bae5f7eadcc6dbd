package dev.latchkey.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The row of table {@code retention_run}: which node removes, and when again. A node has its turn
 * for two minutes and renews it with each step, so that another can go on soon after it died. Each
 * method joins the caller's transaction or is one of its own.
 */
@Component
public class RetentionTurn {
  private static final Duration TURN = Duration.ofMinutes(2);

  private final String node = UUID.randomUUID().toString();
  private final JdbcClient jdbc;
  private final Clock clock;

  RetentionTurn(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether there is something to do and this node does it. */
  boolean take() {
    return jdbc.sql(
                """
                update retention_run set holder = :node, busy_until = :until
                where id = 1 and due_at <= :now and (busy_until is null or busy_until <= :now)
                """)
            .param("node", node)
            .param("until", utc(clock.instant().plus(TURN)))
            .param("now", utc(clock.instant()))
            .update()
        == 1;
  }

  /** Whether it is still this node's turn; then it is for two more minutes. */
  boolean renew() {
    return jdbc.sql("update retention_run set busy_until = :until where id = 1 and holder = :node")
            .param("until", utc(clock.instant().plus(TURN)))
            .param("node", node)
            .update()
        == 1;
  }

  /** Everything is done, until then (UTC). */
  void done(Instant next) {
    jdbc.sql("update retention_run set succeeded_at = :now where id = 1 and holder = :node")
        .param("now", utc(clock.instant()))
        .param("node", node)
        .update();
    end(next);
  }

  /** The turn is over; the next one begins then (UTC). */
  void end(Instant next) {
    jdbc.sql(
            """
            update retention_run set due_at = :next, holder = null, busy_until = null
            where id = 1 and holder = :node
            """)
        .param("next", utc(next))
        .param("node", node)
        .update();
  }

  /** An operator wants it now, not in the night. */
  public void beDueNow() {
    jdbc.sql("update retention_run set due_at = :now where id = 1")
        .param("now", utc(clock.instant()))
        .update();
  }

  /** When all was last done (UTC); empty if it never was. */
  public Optional<Instant> succeededAt() {
    return jdbc.sql("select succeeded_at from retention_run where id = 1")
        .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
        .optional()
        .flatMap(time -> time)
        .map(OffsetDateTime::toInstant);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
