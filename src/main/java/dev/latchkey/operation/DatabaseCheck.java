package dev.latchkey.operation;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, through the same pool as everybody: if this gets no connection,
 * nobody does.
 */
@Component
class DatabaseCheck {
  private static final String GOOD = "The database answers.";
  private static final int SECONDS = 5;

  private final DataSource source;

  DatabaseCheck(DataSource source) {
    this.source = source;
  }

  /**
   * Takes as long as the pool waits for a connection.
   *
   * @param writing whether to write as well: a full disk can still be read
   */
  Finding look(boolean writing) {
    try (Connection connection = source.getConnection()) {
      ask(connection, writing);
      if (writing) {
        renew();
      }
      return Finding.good(GOOD);
    } catch (SQLException fault) {
      if (DatabaseFault.isClosed(fault)) {
        renew();
      }
      return Finding.down(exhausted() ? tooFew() : DatabaseFault.told(fault));
    }
  }

  private static void ask(Connection connection, boolean writing) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      // Any row will do; it stays as it is
      statement.execute(writing ? "update channel_state set health = health" : "select 1");
    } finally {
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    }
  }

  /** An embedded database that closed itself: connections to it look sound and never work again. */
  private void renew() {
    pool()
        .map(HikariDataSource::getHikariPoolMXBean)
        .ifPresent(HikariPoolMXBean::softEvictConnections);
  }

  /** What keeps a look from coming to its end. */
  Finding waiting() {
    return Finding.down(exhausted() ? tooFew() : "The database does not answer.");
  }

  private boolean exhausted() {
    return pool()
        .filter(pool -> pool.getHikariPoolMXBean() != null)
        .filter(
            pool -> pool.getHikariPoolMXBean().getActiveConnections() == pool.getMaximumPoolSize())
        .isPresent();
  }

  private String tooFew() {
    return "All %d connections to the database are in use."
        .formatted(pool().orElseThrow().getMaximumPoolSize());
  }

  private Optional<HikariDataSource> pool() {
    try {
      return source.isWrapperFor(HikariDataSource.class)
          ? Optional.of(source.unwrap(HikariDataSource.class))
          : Optional.empty();
    } catch (SQLException none) {
      return Optional.empty();
    }
  }
}
