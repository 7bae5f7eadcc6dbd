package latchkey.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An H2 database in a file, which runs inside the application. */
final class H2File implements Store {
  private final Path file;
  private final String url;
  private final DriverManagerDataSource source;

  /** In this folder; it must hold no other database. */
  H2File(Path folder) {
    file = folder.resolve("latchkey.mv.db").toAbsolutePath();
    url =
        "jdbc:h2:file:"
            + folder.toAbsolutePath().resolve("latchkey")
            + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0";
    source = new DriverManagerDataSource(url, "latchkey", "");
    Flyway.configure().dataSource(source).load().migrate();
  }

  @Override
  public String name() {
    return "H2";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("spring.datasource.url", url);
  }

  @Override
  public JdbcClient jdbc() {
    return JdbcClient.create(source);
  }

  @Override
  public long cpuMillis() {
    return 0;
  }

  @Override
  public long bytes() {
    try {
      return Files.size(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  @Override
  public Long statements() {
    return null;
  }

  @Override
  public Long commits() {
    return null;
  }

  @Override
  public void settle() {}

  @Override
  public void forgetStatements() {}

  @Override
  public List<String> dearest(int recoveries) {
    return null;
  }

  @Override
  public void close() {}
}
