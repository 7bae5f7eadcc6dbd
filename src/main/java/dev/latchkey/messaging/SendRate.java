package dev.latchkey.messaging;

import dev.latchkey.messaging.MessagingProperties.Limits;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code send_rate}: one row for each channel, shared by all nodes. Calls are given out
 * at the configured rate, at most those of one second at once; whoever gets none is told when to
 * come again, one after the other at the same rate. The time is the database's, so that clocks that
 * differ change nothing; if it is put back, what was given out later than now is forgotten. Each
 * method joins the caller's transaction, which must be a short one: it holds the row.
 */
@Component
class SendRate {
  private static final Duration MOST_AT_ONCE = Duration.ofSeconds(1);

  /** More than this it is only if the database's clock was put back. */
  private static final Duration MOST_AHEAD = Duration.ofMinutes(1);

  /**
   * A longer queue is of no use to any code; or it is from before the database's clock was put
   * back.
   */
  private static final Duration LONGEST_QUEUE = Duration.ofMinutes(15);

  private static final String NOW =
      "cast(extract(epoch from current_timestamp) * 1000000 as bigint)";

  private static final String GIVEN =
      """
      (case when given_until > %1$s - :most and given_until <= %1$s + :ahead
        then given_until else %1$s - :most end)\
      """
          .formatted(NOW);

  private static final String QUEUE =
      """
      (case when queue_until > %1$s and queue_until <= %1$s + :longestQueue
        then queue_until else %1$s end)\
      """
          .formatted(NOW);

  private final JdbcClient jdbc;
  private final Limits limits;

  SendRate(JdbcClient jdbc, MessagingProperties properties) {
    this.jdbc = jdbc;
    this.limits = properties.limits();
  }

  /** Takes so many calls of the provider at once; false if there are not that many now. */
  boolean give(Channel channel, int calls) {
    return jdbc.sql(
                """
                update send_rate set given_until = %2$s + :length
                where channel = :channel and %2$s + :length <= %1$s
                """
                    .formatted(NOW, GIVEN))
            .param("ahead", micros(MOST_AHEAD))
            .param("channel", channel.name())
            .param("most", micros(MOST_AT_ONCE))
            .param("length", calls * micros(between(channel)))
            .update()
        == 1;
  }

  /**
   * Takes the place at the end of the queue.
   *
   * @param longest how long waiting makes sense
   * @return how long to wait; empty if that is longer, and no place was taken
   */
  Optional<Duration> queue(Channel channel, Duration longest) {
    int taken =
        jdbc.sql(
                """
                update send_rate set queue_until = %2$s + :one
                where channel = :channel and %2$s + :one < %1$s + :longest
                """
                    .formatted(NOW, QUEUE))
            .param("longestQueue", micros(LONGEST_QUEUE))
            .param("channel", channel.name())
            .param("one", micros(between(channel)))
            .param("longest", micros(longest))
            .update();
    return taken == 0 ? Optional.empty() : Optional.of(left(channel));
  }

  private Duration left(Channel channel) {
    return jdbc.sql(
            "select queue_until - %s from send_rate where channel = :channel".formatted(NOW))
        .param("channel", channel.name())
        .query((row, number) -> Duration.of(row.getLong(1), ChronoUnit.MICROS))
        .single();
  }

  /** From one call to the next. */
  Duration between(Channel channel) {
    return Duration.ofSeconds(1).dividedBy(limits.perSecond(channel));
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1_000;
  }
}
