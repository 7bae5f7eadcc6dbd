package latchkey.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be chosen with {@code -Dbench.…}; the defaults stand in profile bench of the pom. */
final class Options {
  private Options() {}

  /** How long each cell is measured. */
  static Duration cell() {
    return Duration.ofSeconds(number("seconds"));
  }

  /** Recoveries before anything is measured, so that the compiler has seen the code. */
  static int warmUp() {
    return number("warm-up");
  }

  /** Of {@code real} and {@code cheapest}. */
  static List<String> hashes() {
    return list("hash", ",");
  }

  /** Of {@code postgresql} and {@code h2}. */
  static List<String> databases() {
    return list("database", ",");
  }

  /** Recoveries at the same time. */
  static List<Integer> atOnce() {
    return list("at-once", ",").stream().map(Integer::valueOf).toList();
  }

  /** Finished recoveries in the tables, rising. */
  static List<Integer> finished() {
    return list("finished", ",").stream().map(Integer::valueOf).toList();
  }

  /** Timers that are due at once. */
  static int timers() {
    return number("timers");
  }

  /** Text messages a second that the provider is sent at most while they drain. */
  static int rate() {
    return number("rate");
  }

  /** Pages that are open at once. */
  static int pages() {
    return number("pages");
  }

  /** Parts that are run. */
  static List<String> parts() {
    return list("parts", ",");
  }

  /** Options of the applications' JVMs. */
  static List<String> jvm() {
    return list("jvm", " ");
  }

  /** {@code on} if PostgreSQL shall tell what planning takes, which costs some of its time. */
  static String planning() {
    return Boolean.parseBoolean(given("planning")) ? "on" : "off";
  }

  /** Where results and logs go. */
  static Path folder() {
    return Path.of("target", "bench");
  }

  /** The packaged application. */
  static Path jar() {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(file -> file.getFileName().toString().matches("latchkey-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("Package the application first"));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static int number(String name) {
    return Integer.parseInt(given(name));
  }

  private static List<String> list(String name, String separator) {
    return Arrays.stream(given(name).split(separator, -1)).filter(one -> !one.isBlank()).toList();
  }

  private static String given(String name) {
    String value = System.getProperty("bench." + name);
    if (value == null) {
      throw new IllegalStateException("Run it with ./mvnw -Pbench verify: bench." + name);
    }
    return value;
  }
}
