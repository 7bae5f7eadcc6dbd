package dev.latchkey.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the newest messages of all nodes tell of their channel. Joins the transaction. */
@Component
class SentSamples {
  /** So many say enough, and are read quickly. */
  private static final int MOST = 500;

  /** Nothing that is sent later than this after its intent says anything of the channel. */
  private static final Duration LONGEST_QUEUED = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final StatusProperties settings;

  SentSamples(JdbcClient jdbc, StatusProperties settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  List<SentSample> newest(Channel channel, Instant now) {
    return jdbc.sql(
            """
            select target, target_hash, country, state, cause, receipt, receipt_cause, receipt_at,
              failures, failed_at, handed_at
            from message
            where channel = :channel and created_at > :oldest and code_issue_id is not null
              and (handed_at is not null or failed_at is not null)
            order by created_at desc
            fetch first %d rows only
            """
                .formatted(MOST))
        .param("channel", channel.name())
        .param("oldest", SqlTime.of(now.minus(settings.receipts()).minus(LONGEST_QUEUED)))
        .query((row, number) -> SentSample.read(row, now, settings))
        .list();
  }
}
