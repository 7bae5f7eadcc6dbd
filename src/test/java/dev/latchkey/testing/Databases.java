package dev.latchkey.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The databases that every storage class is tested on. Each call of {@link #fresh()} gives an own
 * database with our schema and nothing in it. Data sources do not pool: connections close with
 * their use, and any number of threads may take one.
 */
public enum Databases {
  H2 {
    @Override
    public DataSource fresh() {
      return migrated(
          new DriverManagerDataSource(
              "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", ""));
    }
  },
  POSTGRESQL {
    @Override
    public DataSource fresh() {
      return Server.POSTGRES.getDatabase(Server.USER, Server.copyOfTemplate());
    }
  };

  /** A new database, migrated and empty. */
  public abstract DataSource fresh();

  /**
   * The JDBC address of a new, migrated PostgreSQL database, with its user; for a whole
   * application.
   */
  public static String freshPostgresUrl() {
    return Server.POSTGRES.getJdbcUrl(Server.USER, Server.copyOfTemplate());
  }

  private static DataSource migrated(DataSource source) {
    Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();
    return source;
  }

  /**
   * One PostgreSQL server for the whole JVM, started at first use. It stops when the applications
   * have stopped: one that closes after its database waits ten seconds for a connection.
   */
  private static final class Server {
    private static final String USER = "postgres";
    private static final String TEMPLATE = "latchkey_template";
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
        new JdbcTemplate(postgres.getPostgresDatabase()).execute("create database " + TEMPLATE);
        migrated(postgres.getDatabase(USER, TEMPLATE));
        return postgres;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    private static void stop(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    static synchronized String copyOfTemplate() {
      String name = "t" + UUID.randomUUID().toString().replace("-", "");
      new JdbcTemplate(POSTGRES.getPostgresDatabase())
          .execute("create database " + name + " template " + TEMPLATE);
      return name;
    }
  }
}
