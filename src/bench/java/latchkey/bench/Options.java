package latchkey.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be chosen with {@code -Dbench.…}; the defaults make a run of about ten minutes. */
final class Options {
  private Options() {}

  /** How long each cell is measured. */
  static Duration cell() {
    return Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
  }

  /** Recoveries before anything is measured, so that the compiler has seen the code. */
  static int warmUp() {
    return Integer.getInteger("bench.warm-up", 300);
  }

  /** Of {@code real} and {@code cheapest}. */
  static List<String> hashes() {
    return List.of(System.getProperty("bench.hash", "real,cheapest").split(",", -1));
  }

  /** Of {@code postgresql} and {@code h2}. */
  static List<String> databases() {
    return List.of(System.getProperty("bench.database", "postgresql,h2").split(",", -1));
  }

  /** Recoveries at the same time. */
  static List<Integer> atOnce() {
    return numbers("bench.at-once", "1,4,16");
  }

  /** Finished recoveries in the tables, rising. */
  static List<Integer> finished() {
    return numbers("bench.finished", "1000,100000");
  }

  /** Timers that are due at once. */
  static int timers() {
    return Integer.getInteger("bench.timers", 1_000);
  }

  /** Text messages a second that the provider is sent at most while they drain. */
  static int rate() {
    return Integer.getInteger("bench.rate", 300);
  }

  /** Pages that are open at once. */
  static int pages() {
    return Integer.getInteger("bench.pages", 500);
  }

  /** Parts that are run. */
  static List<String> parts() {
    return List.of(
        System.getProperty("bench.parts", "recoveries,floors,timers,finished,pages")
            .split(",", -1));
  }

  /** Options of the applications' JVMs: those that the README recommends. */
  static List<String> jvm() {
    return Arrays.stream(
            System.getProperty("bench.jvm", "-Xmx256m -XX:+UseSerialGC").split(" ", -1))
        .filter(option -> !option.isBlank())
        .toList();
  }

  /** {@code on} if PostgreSQL shall tell what planning takes, which costs some of its time. */
  static String planning() {
    return Boolean.getBoolean("bench.planning") ? "on" : "off";
  }

  /** Where results and logs go. */
  static Path folder() {
    return Path.of(System.getProperty("bench.folder", "target/bench"));
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

  private static List<Integer> numbers(String name, String usual) {
    return Arrays.stream(System.getProperty(name, usual).split(",", -1))
        .map(Integer::valueOf)
        .toList();
  }
}
