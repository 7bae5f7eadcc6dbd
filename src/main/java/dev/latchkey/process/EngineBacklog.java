package dev.latchkey.process;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What the engine has not done yet, of all nodes together, for operators to watch: steps that are
 * due and that no node is at, how long the oldest has been, and steps given up. Read every few
 * seconds, not for each reader of the metrics.
 */
@Component
class EngineBacklog {
  private static final Logger LOG = LoggerFactory.getLogger(EngineBacklog.class);

  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile Backlog known = new Backlog(0, Duration.ZERO, 0);

  EngineBacklog(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    gauge(meters, "latchkey.jobs.due", "Steps and timers that are due", backlog -> backlog.due);
    Gauge.builder("latchkey.jobs.oldest", this, it -> it.known.oldest.toMillis() / 1000.0)
        .description("For how long the oldest of them has been due")
        .baseUnit("seconds")
        .register(meters);
    gauge(meters, "latchkey.incidents", "Steps given up until staff look", it -> it.incidents);
  }

  /** For how long the oldest of what is due has been; zero if nothing is. Some seconds old. */
  Duration oldest() {
    return known.oldest;
  }

  private record Backlog(int due, Duration oldest, int incidents) {}

  private void gauge(
      MeterRegistry meters, String name, String meaning, ToDoubleFunction<Backlog> value) {
    Gauge.builder(name, this, it -> value.applyAsDouble(it.known))
        .description(meaning)
        .register(meters);
  }

  @Scheduled(fixedDelay = 10, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
  void read() {
    try {
      known = backlog(clock.instant());
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("What is due stays as it was read last: the database cannot be used", away);
    }
  }

  private Backlog backlog(Instant now) {
    return jdbc.sql(
            """
            select count(*) as due, min(coalesce(duedate_, create_time_)) as oldest,
              (select count(*) from act_ru_incident
                where id_ = root_cause_incident_id_ and incident_type_ = 'failedJob') as incidents
            from act_ru_job
            where retries_ > 0 and suspension_state_ = 1
              and (duedate_ <= :now or (duedate_ is null and create_time_ <= :now))
              and (lock_exp_time_ is null or lock_exp_time_ < :now)
            """)
        .param("now", Timestamp.from(now))
        .query((row, number) -> backlog(row, now))
        .single();
  }

  private static Backlog backlog(ResultSet row, Instant now) throws SQLException {
    Timestamp oldest = row.getTimestamp("oldest");
    return new Backlog(
        row.getInt("due"),
        oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now),
        row.getInt("incidents"));
  }
}
