package dev.latchkey.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds an application at a chosen write to PostgreSQL: a trigger waits for a lock that the test
 * has. So the application can be killed at that very point, without a hook in it.
 */
final class Freezer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Connection holder;
  private final List<String> triggers = new ArrayList<>();

  Freezer(DataSource database) throws SQLException {
    jdbc = JdbcClient.create(database);
    holder = database.getConnection();
    jdbc.sql(
            """
            create or replace function freeze() returns trigger as $$
            begin
              perform pg_advisory_xact_lock(tg_argv[0]::bigint);
              return case tg_op when 'DELETE' then old else new end;
            end $$ language plpgsql
            """)
        .update();
  }

  /**
   * Whoever does this waits from now on.
   *
   * @param operation such as {@code insert} or {@code update of state}
   * @param condition on {@code new} and {@code old}
   * @return number of the point
   */
  int at(String operation, String table, String condition) throws SQLException {
    int point = triggers.size() + 1;
    try (Statement statement = holder.createStatement()) {
      statement.execute("select pg_advisory_lock(" + point + ")");
    }
    jdbc.sql(
            "create trigger freeze_%d before %s on %s for each row when (%s) execute function freeze('%d')"
                .formatted(point, operation, table, condition, point))
        .update();
    triggers.add("drop trigger freeze_%d on %s".formatted(point, table));
    return point;
  }

  /** Waits until the application stands at a point. */
  void awaitFrozenAt(int point) {
    Awaitility.await("frozen at " + point)
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql(
                            """
                            select count(*) from pg_locks where locktype = 'advisory' and not granted
                            and objid = ? and database =
                              (select oid from pg_database where datname = current_database())
                            """)
                        .param(point)
                        .query(Integer.class)
                        .single()
                    > 0);
  }

  /** Lets go of whoever waits; nobody waits from now on. */
  void thaw() throws SQLException {
    try (Statement statement = holder.createStatement()) {
      statement.execute("select pg_advisory_unlock_all()");
    }
    for (String drop : triggers) {
      jdbc.sql(drop).update();
    }
    triggers.clear();
  }

  @Override
  public void close() throws SQLException {
    holder.close();
  }
}
