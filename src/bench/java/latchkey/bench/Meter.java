package latchkey.bench;

import java.util.Map;

/** Reads all counters before and after something, and tells what one recovery took of each. */
final class Meter {
  private final Server server;
  private final Store store;
  private final Reading before;
  private final long begun = System.nanoTime();

  private record Reading(
      long server, long compiler, long database, long bytes, Long statements, Long commits) {}

  Meter(Server server, Store store) {
    this.server = server;
    this.store = store;
    store.forgetStatements();
    this.before = read();
  }

  private Reading read() {
    return new Reading(
        server.cpuMillis(),
        server.compilerMillis(),
        store.cpuMillis(),
        store.bytes(),
        store.statements(),
        store.commits());
  }

  /**
   * The figures so far.
   *
   * @param seconds in which the recoveries were done; what they left to do in the background is in
   *     the figures, but not in this time
   */
  Figures figures(
      String what,
      int atOnce,
      int recoveries,
      double seconds,
      Map<String, Latencies.Summary> requests) {
    Reading after = read();
    double count = recoveries;
    return new Figures(
        what,
        store.name(),
        atOnce,
        recoveries,
        recoveries / seconds,
        (after.server - before.server) / count,
        (after.compiler - before.compiler) / count,
        (after.database - before.database) / count,
        each(before.statements, after.statements, count),
        each(before.commits, after.commits, count),
        (after.bytes - before.bytes) / count,
        server.residentMib(),
        server.startSeconds(),
        requests,
        store.dearest(recoveries));
  }

  double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  private static Double each(Long before, Long after, double count) {
    return before == null || after == null ? null : (after - before) / count;
  }
}
