package dev.latchkey.bench;

import java.nio.file.Files;
import java.util.List;

/** Runs all parts and writes what they cost, as a table and as JSON. */
public final class Benchmark {
  private Benchmark() {}

  /** No arguments; see {@link Options}. Ends with status 1 if a part failed. */
  public static void main(String[] args) throws Exception {
    Files.createDirectories(Options.folder());
    Report report = new Report();
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
    for (boolean realHash : List.of(true, false)) {
      try (Postgres store = new Postgres()) {
        report.addAll(recoveries(store, realHash));
      }
      try (H2File store = new H2File(Files.createTempDirectory(Options.folder(), "h2-"))) {
        report.addAll(recoveries(store, realHash));
      }
    }
  }

  private static List<Figures> recoveries(Store store, boolean realHash) throws Exception {
    try (Provider provider = new Provider();
        Recoveries recoveries = Recoveries.start(store, realHash, provider)) {
      recoveries.warmUp(Options.warmUp());
      return recoveries.measureEach(Options.atOnce());
    }
  }
}
