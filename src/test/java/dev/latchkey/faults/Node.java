package dev.latchkey.faults;

import dev.latchkey.testing.FreePort;
import dev.latchkey.testing.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The packaged application as a process of its own, on a free port of 127.0.0.1. */
final class Node implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final int port;
  private final Path folder;

  private Node(Process process, int port, Path folder) {
    this.process = process;
    this.port = port;
    this.folder = folder;
  }

  /**
   * Starts one; it answers only after {@link #ready()}.
   *
   * @param folder its data folder, where its output is kept too
   * @param settings as on the command line, without the dashes
   */
  static Node start(Path folder, Map<String, String> settings) {
    try {
      int port = FreePort.find();
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-jar"));
      command.add(jar().toString());
      command.add("--server.port=" + port);
      command.add("--latchkey.data-folder=" + folder);
      settings.forEach((name, value) -> command.add("--" + name + "=" + value));
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.to(log(folder, port).toFile()));
      return new Node(builder.start(), port, folder);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Path jar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(file -> file.getFileName().toString().matches("latchkey-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("Package the application first"));
    }
  }

  /** Waits until it answers. */
  Node ready() {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .until(() -> !process.isAlive() || new Web(port).send("GET", "/").status() == 200);
    if (!process.isAlive()) {
      throw new IllegalStateException("The application ended while it started");
    }
    return this;
  }

  int port() {
    return port;
  }

  /** Of its process. */
  long pid() {
    return process.pid();
  }

  /** What it told its operator so far. */
  String output() {
    try {
      return Files.readString(log(folder, port));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Ends it as an operator does, and waits until it has ended. */
  void stop() {
    process.destroy();
    process.onExit().join();
  }

  /** Waits until it ends by itself; what it said. */
  String endsSaying() {
    process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    return output();
  }

  private static Path log(Path folder, int port) {
    return folder.resolve("node-" + port + ".log");
  }

  /** A metric's value, by its name and labels as Prometheus reads them. */
  double metric(String name) {
    return new Web(port)
        .send("GET", "/actuator/prometheus", Web.basic("admin", passwordOfAdmin()))
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No metric " + name));
  }

  private String passwordOfAdmin() {
    try (Stream<String> logins = Files.lines(folder.resolve("staff-logins.txt"))) {
      return logins
          .filter(line -> line.startsWith("admin "))
          .map(line -> line.substring("admin ".length()))
          .findFirst()
          .orElseThrow();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** SIGKILL: nothing is finished, nothing given back. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
