package latchkey.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Runs all parts and writes what they cost, as a table and as JSON. */
public final class Benchmark {
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
    if (Options.parts().contains("timers")) {
      DueTimers.measure(report);
    }
    if (Options.parts().contains("finished")) {
      FinishedCases.measure(report);
    }
    if (Options.parts().contains("pages")) {
      OpenPages.measure(report);
    }
    report.write();
    System.exit(0);
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
