package latchkey.bench;

import dev.latchkey.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** An application in a JVM of its own, on 127.0.0.1. */
final class Server implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(20);

  private static final Pattern COMPILERS = Pattern.compile("\\(C[12] Compiler");

  private final Process process;
  private final int port;
  private final long begun = System.nanoTime();
  private double startSeconds;

  private Server(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one and waits until it answers.
   *
   * @param program what follows the options of the JVM: {@code -jar} with a file, or a class path
   *     and a class
   * @param settings as on the command line, without the dashes
   * @param log gets its output
   */
  static Server start(List<String> program, Map<String, String> settings, Path log) {
    int port = FreePort.find();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Options.jvm());
    // Compilers that come and go would take their times along
    command.add("-XX:-UseDynamicNumberOfCompilerThreads");
    command.addAll(program);
    command.add("--server.port=" + port);
    settings.forEach((name, value) -> command.add("--" + name + "=" + value));
    try {
      Files.createDirectories(log.getParent());
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      Server server = new Server(process, port);
      server.awaitReady(log);
      return server;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private void awaitReady(Path log) {
    long end = begun + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IllegalStateException("The application did not start; see " + log);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    startSeconds = (System.nanoTime() - begun) / 1e9;
  }

  private boolean answers() {
    HttpRequest request = HttpRequest.newBuilder(uri("/actuator/health")).timeout(PATIENCE).build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** From the start of the process until it first said that it is up. */
  double startSeconds() {
    return startSeconds;
  }

  long cpuMillis() {
    return Cost.cpuMillis(process.pid());
  }

  /** What of {@link #cpuMillis()} the JVM took to compile. */
  long compilerMillis() {
    return Cost.cpuMillisOfThreads(process.pid(), COMPILERS);
  }

  long residentMib() {
    return Cost.residentMib(process.pid());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
