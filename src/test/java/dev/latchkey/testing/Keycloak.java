package dev.latchkey.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A real OpenID Connect provider on 127.0.0.1, with realm {@code staff}: kai.ito of the help desk,
 * lead-uma of the leads, sales-joe of neither. The build unpacks it into {@code target/keycloak}.
 */
public final class Keycloak implements AutoCloseable {
  private static final String OUTPUT = "output.log";
  private static final Path UNPACKED = Path.of("target", "keycloak");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int STARTS = 3;

  /** Secret of the clients {@code latchkey} and {@code another-application}. */
  public static final String SECRET = "known-to-tests-alone";

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final int port;

  private Keycloak(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one and waits until it answers. Its port may be somebody else's by the time it listens;
   * it ends then, and the next one takes another.
   */
  public static Keycloak start() {
    try {
      Path home = home();
      copyRealm(home);
      for (int start = 1; start <= STARTS; start++) {
        Keycloak keycloak = startAt(home, FreePort.find());
        if (keycloak.becomesReady()) {
          return keycloak;
        }
        keycloak.close();
      }
      throw new IllegalStateException(Files.readString(home.resolve(OUTPUT)));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static Keycloak startAt(Path home, int port) throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
            home.resolve("bin/kc.sh").toString(),
            "start-dev",
            "--http-host=127.0.0.1",
            "--http-port=" + port,
            "--import-realm");
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
    command.redirectErrorStream(true).redirectOutput(home.resolve(OUTPUT).toFile());
    return new Keycloak(command.start(), port);
  }

  private static Path home() throws IOException {
    try (Stream<Path> unpacked = Files.list(UNPACKED)) {
      return unpacked
          .filter(path -> Files.isExecutable(path.resolve("bin/kc.sh")))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("Run the build: it unpacks Keycloak"))
          .toAbsolutePath();
    }
  }

  private static void copyRealm(Path home) throws IOException {
    Path imports = Files.createDirectories(home.resolve("data/import"));
    try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/staff-realm.json")) {
      Files.copy(realm, imports.resolve("staff-realm.json"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** False if it ended, or took too long. */
  private boolean becomesReady() {
    try {
      Awaitility.await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(500))
          .ignoreExceptions()
          .until(() -> !process.isAlive() || answers());
    } catch (ConditionTimeoutException tooLong) {
      return false;
    }
    return process.isAlive();
  }

  private boolean answers() throws IOException, InterruptedException {
    return get(issuer() + "/.well-known/openid-configuration") == 200;
  }

  private int get(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** The issuer's address. */
  public String issuer() {
    return "http://127.0.0.1:" + port + "/realms/staff";
  }

  /** An access token that this client gets for a person. */
  public String token(String client, String user, String password) {
    String form =
        "grant_type=password&scope=openid&client_id=%s&client_secret=%s&username=%s&password=%s"
            .formatted(client, SECRET, user, password);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    try {
      String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(answer).required("access_token").textValue();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
