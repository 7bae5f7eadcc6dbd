package latchkey.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import latchkey.bench.floor.FloorApplication;

/** What the same flow costs at least: by hand, and in an engine in which nothing else happens. */
final class Floors {
  private static final int AT_ONCE = 4;

  private Floors() {}

  static void measure(Report report) throws Exception {
    report.add(measure("JDBC by hand", "jdbc", true));
    report.add(measure("bare engine, our settings", "engine", false));
    report.add(measure("bare engine, its defaults", "engine-defaults", false));
  }

  private static Figures measure(String what, String floor, boolean sends) throws Exception {
    try (Postgres store = new Postgres();
        Provider provider = new Provider()) {
      Map<String, String> settings = new HashMap<>(store.settings());
      settings.put("floor", floor);
      settings.put("floor.provider", "http://127.0.0.1:" + provider.port() + "/");
      settings.put("server.address", "127.0.0.1");
      settings.put("spring.datasource.hikari.maximum-pool-size", "30");
      try (Server server =
          Server.start(program(), settings, Options.folder().resolve(floor + ".log"))) {
        return measure(what, server, store, sends ? provider : null);
      }
    }
  }

  private static List<String> program() {
    return List.of("-cp", System.getProperty("java.class.path"), FloorApplication.class.getName());
  }

  private static Figures measure(String what, Server server, Store store, Provider provider)
      throws Exception {
    AtomicInteger last = new AtomicInteger();
    Supplier<String> numbers = () -> People.numberOf(last.getAndIncrement());
    Latencies nobodyLooks = new Latencies();
    Load.times(
        Options.warmUp(),
        AT_ONCE,
        () -> new Visitor(server, provider, nobodyLooks).recovers(numbers.get()));
    store.settle();
    Latencies latencies = new Latencies();
    Meter meter = new Meter(server, store);
    int done =
        Load.during(
            Options.cell(),
            AT_ONCE,
            () -> new Visitor(server, provider, latencies).recovers(numbers.get()));
    return meter.figures(what, AT_ONCE, done, meter.seconds(), latencies.summaries());
  }
}
