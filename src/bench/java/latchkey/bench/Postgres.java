package latchkey.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server of its own, with its defaults but for what counts statements. */
final class Postgres implements Store {
  private static final String USER = "postgres";

  private final EmbeddedPostgres server;
  private final DataSource source;
  private final JdbcClient jdbc;
  private final long pid;

  Postgres() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setServerConfig("shared_preload_libraries", "pg_stat_statements")
              .setServerConfig("pg_stat_statements.track_planning", Options.planning())
              .setServerConfig("max_connections", "100")
              .setServerConfig("shared_buffers", "256MB")
              .setServerConfig("max_wal_size", "4GB")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("fsync", "on")
              .start();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    source = server.getDatabase(USER, USER);
    jdbc = JdbcClient.create(source);
    jdbc.sql("create extension pg_stat_statements").update();
    pid = Long.parseLong(firstLine());
  }

  private String firstLine() {
    String content = jdbc.sql("select pg_read_file('postmaster.pid')").query(String.class).single();
    return content.lines().findFirst().orElseThrow();
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "spring.datasource.url", server.getJdbcUrl(USER, USER),
        "spring.datasource.username", USER,
        "spring.datasource.password", USER);
  }

  @Override
  public JdbcClient jdbc() {
    return jdbc;
  }

  DataSource source() {
    return source;
  }

  @Override
  public long cpuMillis() {
    return Cost.cpuMillisOfFamily(pid);
  }

  @Override
  public long bytes() {
    return number("select pg_database_size(current_database())");
  }

  @Override
  public Long statements() {
    return number(
        """
        select coalesce(sum(calls), 0)::bigint from pg_stat_statements
        where query !~* '^(begin|commit|rollback|start transaction|set|show)'
          and query !~* 'pg_stat_|pg_database_size'
        """);
  }

  @Override
  public Long commits() {
    return number("select xact_commit from pg_stat_database where datname = current_database()");
  }

  @Override
  public void forgetStatements() {
    jdbc.sql("select pg_stat_statements_reset()").query((row, number) -> "").list();
  }

  @Override
  public List<String> dearest(int recoveries) {
    return jdbc.sql(
            """
            select (total_plan_time + total_exec_time) / :recoveries,
              calls::float / :recoveries, query
            from pg_stat_statements order by 1 desc limit 12
            """)
        .param("recoveries", recoveries)
        .query(
            (row, number) ->
                String.format(
                    Locale.ROOT,
                    "%.2f ms, %.1f x: %s",
                    row.getDouble(1),
                    row.getDouble(2),
                    row.getString(3).replaceAll("\\s+", " ")))
        .list();
  }

  @Override
  public void settle() {
    jdbc.sql("vacuum analyze").update();
  }

  private long number(String query) {
    return jdbc.sql(query).query(Long.class).single();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
