package dev.latchkey.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What became of the messages of the last hour, over all nodes, for operators to watch. Read once a
 * minute along an index, not for each reader of the metrics.
 */
@Component
class MessageMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(MessageMetrics.class);
  private static final Duration LOOKED_AT = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final MultiGauge gauge;

  MessageMetrics(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.gauge =
        MultiGauge.builder("latchkey.messages.last.hour")
            .description("Messages begun within the hour, by where they stand")
            .register(meters);
  }

  @Scheduled(fixedDelay = 60, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
  void read() {
    try {
      gauge.register(
          jdbc.sql(
                  """
                  select channel, state, count(*) as messages from message
                  where created_at > :since group by channel, state
                  """)
              .param("since", SqlTime.of(clock.instant().minus(LOOKED_AT)))
              .query(
                  (row, number) ->
                      Row.of(
                          Tags.of(
                              "channel", row.getString("channel"), "state", row.getString("state")),
                          row.getInt("messages")))
              .list(),
          true);
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("Messages stay as they were counted last: the database cannot be used", away);
    }
  }
}
