package latchkey.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs all parts and writes what they cost, as a table and as JSON. */
public final class Benchmark {
  private static final Set<String> ON_ONE_APPLICATION = Set.of("timers", "finished", "pages");

  private Benchmark() {}

  /** No arguments; see {@link Options}. Ends with status 1 if a part failed. */
  public static void main(String[] args) throws Exception {
    Files.createDirectories(Options.folder());
    Report report = new Report(System.out);
    if (Options.parts().contains("recoveries")) {
      recoveries(report);
    }
    if (Options.parts().contains("floors")) {
      Floors.measure(report);
    }
    if (Options.parts().stream().anyMatch(ON_ONE_APPLICATION::contains)) {
      onOneApplication(report);
    }
    report.write();
    System.exit(0);
  }

  /** One after the other, so that the application need not be started and warmed up for each. */
  private static void onOneApplication(Report report) throws Exception {
    Map<String, String> rate =
        Map.of("latchkey.messaging.limits.texts-per-second", Integer.toString(Options.rate()));
    try (Postgres store = new Postgres();
        Provider provider = new Provider();
        Recoveries recoveries = Recoveries.start(store, true, provider, rate)) {
      recoveries.warmUp(Options.warmUp());
      if (Options.parts().contains("finished")) {
        FinishedCases.measure(report, store, recoveries);
      }
      if (Options.parts().contains("timers")) {
        DueTimers.measure(report, store, recoveries);
      }
      if (Options.parts().contains("pages")) {
        OpenPages.measure(report, store, recoveries);
      }
    }
  }

  private static void recoveries(Report report) throws Exception {
    for (String hash : Options.hashes()) {
      for (String database : Options.databases()) {
        try (Store store = store(database)) {
          report.addAll(recoveries(store, hash.equals("real")));
        }
      }
    }
  }

  private static Store store(String database) throws IOException {
    return switch (database) {
      case "postgresql" -> new Postgres();
      case "h2" -> new H2File(Files.createTempDirectory(Options.folder(), "h2-"));
      default -> throw new IllegalArgumentException(database);
    };
  }

  private static List<Figures> recoveries(Store store, boolean realHash) throws Exception {
    try (Provider provider = new Provider();
        Recoveries recoveries = Recoveries.start(store, realHash, provider)) {
      recoveries.warmUp(Options.warmUp());
      return recoveries.measureEach(Options.atOnce());
    }
  }
}
