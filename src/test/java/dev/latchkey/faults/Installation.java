package dev.latchkey.faults;

import dev.latchkey.testing.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What nodes share: an empty PostgreSQL database, a server key, a provider of text messages. */
final class Installation implements AutoCloseable {
  private final TextProvider provider = TextProvider.start();
  private final Map<String, String> settings = new HashMap<>(provider.settings());
  private final DataSource database;
  private final Path folder;

  /**
   * @param name of its folder in {@code target/faults}, where the nodes' output is kept
   */
  Installation(String name) {
    this(name, Databases.freshPostgresUrl());
  }

  /** The same on another server; user and password are postgres. */
  Installation(String name, String url) {
    try {
      folder = Files.createDirectories(Path.of("target", "faults", name));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
    database = new DriverManagerDataSource(url, "postgres", "postgres");
    settings.put("spring.datasource.url", url);
    settings.put("spring.datasource.username", "postgres");
    settings.put("spring.datasource.password", "postgres");
    settings.put("latchkey.server-key", "bm8gc2VjcmV0IGJ1dCBsb25nIGVub3VnaCBmb3IgdGVzdHM=");
    // All people of a test sit at one address and have neighbouring numbers
    settings.put("latchkey.messaging.limits.per-client-and-hour", "1000");
    settings.put("latchkey.messaging.limits.per-prefix-and-hour", "1000");
    settings.put("latchkey.recovery.opens-per-client", "1000");
  }

  /** One more setting for the nodes that are started from now on. */
  Installation with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /** Where the nodes write to. */
  Path folder() {
    return folder;
  }

  /** Starts a node; it answers only after {@link Node#ready()}. */
  Node start() {
    return Node.start(folder, settings);
  }

  TextProvider provider() {
    return provider;
  }

  DataSource database() {
    return database;
  }

  JdbcClient jdbc() {
    return JdbcClient.create(database);
  }

  @Override
  public void close() {
    provider.close();
  }
}
