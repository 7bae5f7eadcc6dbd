package dev.latchkey.faults;

import dev.latchkey.testing.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Whoever runs a node: asks it how it is, as everybody can, and with a login what is wrong. */
final class Operator {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final Web web;
  private final String login;

  Operator(Node node, Path folder) {
    web = new Web(node.port());
    login = Web.basic("admin", password(folder.resolve("staff-logins.txt")));
  }

  private static String password(Path logins) {
    try {
      return Files.readAllLines(logins).stream()
          .filter(line -> line.startsWith("admin "))
          .map(line -> line.substring("admin ".length()))
          .findFirst()
          .orElseThrow();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** 200 or 503. */
  int readiness() {
    return web.send("GET", "/actuator/health/readiness").status();
  }

  int liveness() {
    return web.send("GET", "/actuator/health/liveness").status();
  }

  Operator awaitReadiness(int wanted) {
    Awaitility.await("readiness " + wanted)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> readiness() == wanted);
    return this;
  }

  /** All parts, in words. */
  String sees() {
    return web.send("GET", "/actuator/health", login).text();
  }

  /** Waits until health says this. */
  Operator awaitTold(String words) {
    Awaitility.await(words)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> sees().contains(words));
    return this;
  }
}
