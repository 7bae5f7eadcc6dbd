package dev.latchkey.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL server of its own, which can be stopped and started again with its data. */
public final class StoppablePostgres implements AutoCloseable {
  private final Path data;
  private final int port = FreePort.find();
  private EmbeddedPostgres server;

  /** Starts it, empty. */
  public StoppablePostgres() {
    try {
      data = Files.createTempDirectory("latchkey-postgres");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    start();
  }

  /** Starts it with the data and on the port that it had. */
  public void start() {
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(true)
              .setPort(port)
              .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Ends the server's processes; connections break. */
  public void stop() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The JDBC address of its database, for the user postgres. */
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
