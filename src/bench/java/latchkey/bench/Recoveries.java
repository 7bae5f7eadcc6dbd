package latchkey.bench;

import dev.latchkey.LatchkeyApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.flywaydb.core.Flyway;

/** Whole recoveries against one application on one database. */
final class Recoveries implements AutoCloseable {
  private static final int PEOPLE = 40_000;
  private static final long POLL_NANOS = 50_000_000;

  private final String what;
  private final Store store;
  private final Provider provider;
  private final People people;
  private final Server server;

  private Recoveries(String what, Store store, Provider provider, People people, Server server) {
    this.what = what;
    this.store = store;
    this.provider = provider;
    this.people = people;
    this.server = server;
  }

  /** Starts the packaged application, with the real password hash or the cheapest. */
  static Recoveries start(Store store, boolean realHash, Provider provider) {
    return start(store, realHash, provider, Map.of());
  }

  /** With further settings. */
  static Recoveries start(
      Store store, boolean realHash, Provider provider, Map<String, String> further) {
    if (store instanceof Postgres postgres) {
      Flyway.configure().dataSource(postgres.source()).load().migrate();
    }
    People people = People.in(store.jdbc(), PEOPLE, store instanceof Postgres);
    String what = realHash ? "Latchkey" : "Latchkey, cheapest hash";
    String log = (what + "-" + store.name() + ".log").replaceAll("[ ,]+", "-");
    Server server =
        Server.start(
            realHash ? List.of("-jar", Options.jar().toString()) : cheapHash(),
            settings(store, provider, further),
            Options.folder().resolve(log));
    return new Recoveries(what, store, provider, people, server);
  }

  /** {@link dev.latchkey.testing.CheapHash} is found where the application looks for its parts. */
  private static List<String> cheapHash() {
    return List.of(
        "-Dloader.path=target/test-classes",
        "-Dloader.main=" + LatchkeyApplication.class.getName(),
        "-cp",
        Options.jar().toString(),
        "org.springframework.boot.loader.launch.PropertiesLauncher");
  }

  /** All limits that one machine would reach are lifted. */
  private static Map<String, String> settings(
      Store store, Provider provider, Map<String, String> further) {
    Map<String, String> settings = new HashMap<>(provider.settings());
    settings.putAll(store.settings());
    settings.put("latchkey.data-folder", freshFolder().toString());
    settings.put("latchkey.demo.enabled", "false");
    settings.put("server.forward-headers-strategy", "native");
    String limits = "latchkey.messaging.limits.";
    for (String limit :
        List.of(
            "per-prefix-and-hour", "per-country-and-hour", "texts-per-hour", "mails-per-hour")) {
      settings.put(limits + limit, "10000000");
    }
    settings.put(limits + "texts-per-second", "1000");
    settings.put(limits + "mails-per-second", "1000");
    settings.putAll(further);
    return settings;
  }

  private static Path freshFolder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Options.folder()), "data-");
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  Server server() {
    return server;
  }

  People people() {
    return people;
  }

  /** A new visitor whose requests count here. */
  Visitor visitor(Latencies latencies) {
    return new Visitor(server, provider, latencies);
  }

  void warmUp(int count) throws Exception {
    Latencies nobodyLooks = new Latencies();
    Load.times(count, 4, () -> visitor(nobodyLooks).recovers(people.next()));
    awaitQuiet();
    store.settle();
  }

  /** One row for each number at a time. */
  List<Figures> measureEach(List<Integer> atOnce) throws Exception {
    List<Figures> rows = new ArrayList<>();
    for (int count : atOnce) {
      rows.add(measure(what, count));
    }
    return rows;
  }

  Figures measure(String name, int atOnce) throws Exception {
    Latencies latencies = new Latencies();
    Meter meter = new Meter(server, store);
    int done =
        Load.during(Options.cell(), atOnce, () -> visitor(latencies).recovers(people.next()));
    double seconds = meter.seconds();
    awaitQuiet();
    return meter.figures(name, atOnce, done, seconds, latencies.summaries());
  }

  /** Waits until nothing is sent any more, so that notices count with their recoveries. */
  private void awaitQuiet() {
    long before;
    do {
      before = provider.taken();
      for (int i = 0; i < 20; i++) {
        LockSupport.parkNanos(POLL_NANOS);
      }
    } while (provider.taken() != before);
  }

  @Override
  public void close() {
    server.close();
  }
}
