package dev.latchkey.messaging;

import dev.latchkey.messaging.ChannelHealth.Health;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers for all nodes since when a channel is as it is. */
@Component
class ChannelStates {
  private final JdbcClient jdbc;
  private final OwnTransaction ownTransaction;

  ChannelStates(JdbcClient jdbc, OwnTransaction ownTransaction) {
    this.jdbc = jdbc;
    this.ownTransaction = ownTransaction;
  }

  /** Since when the channel is as it is now; null if it always was. The first to see it counts. */
  Instant since(Channel channel, Health health, Instant now) {
    State known = read(channel);
    if (known.health == health) {
      return known.since;
    }
    ownTransaction.run(() -> change(channel, health, now));
    return now;
  }

  private record State(Health health, Instant since) {}

  private State read(Channel channel) {
    return jdbc.sql("select health, since from channel_state where channel = :channel")
        .param("channel", channel.name())
        .query(ChannelStates::state)
        .single();
  }

  private static State state(ResultSet row, int number) throws SQLException {
    return new State(Health.valueOf(row.getString("health")), SqlTime.readNullable(row, "since"));
  }

  private void change(Channel channel, Health health, Instant now) {
    jdbc.sql(
            """
            update channel_state set health = :health, since = :now
            where channel = :channel and health <> :health
            """)
        .param("health", health.name())
        .param("now", SqlTime.of(now))
        .param("channel", channel.name())
        .update();
  }
}
