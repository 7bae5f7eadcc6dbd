package dev.latchkey.operation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this node and the database agree on what time it is. Codes, holds and limits are measured
 * by the clocks of all nodes, and old data are removed by one: a clock that runs ahead would remove
 * what must be kept.
 */
@Component
public class NodeClock implements Check {
  private static final Duration ALLOWED = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  /** With the clock of the machine, which the engine's may differ from. */
  @Autowired
  NodeClock(JdbcClient jdbc) {
    this(jdbc, Clock.systemUTC());
  }

  NodeClock(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Asks the database.
   *
   * @throws org.springframework.dao.DataAccessException if it is away
   */
  public boolean isRight() {
    return ahead().abs().compareTo(ALLOWED) <= 0;
  }

  private Duration ahead() {
    OffsetDateTime database =
        jdbc.sql("select current_timestamp").query(NodeClock::timestamp).single();
    return Duration.between(database.toInstant(), clock.instant());
  }

  private static OffsetDateTime timestamp(ResultSet row, int number) throws SQLException {
    return row.getObject(1, OffsetDateTime.class);
  }

  @Override
  public String name() {
    return Checkup.CLOCK;
  }

  @Override
  public Finding look() {
    Duration ahead = ahead();
    return ahead.abs().compareTo(ALLOWED) <= 0
        ? Finding.good("This node and the database agree on the time.")
        : Finding.degraded(
            "This node's clock is %d s %s the database's. Put both right; until then this node removes no old data."
                .formatted(ahead.abs().toSeconds(), ahead.isNegative() ? "behind" : "ahead of"));
  }
}
