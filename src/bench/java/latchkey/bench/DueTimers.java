package latchkey.bench;

import dev.latchkey.testing.HeldTimers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The two minutes of many people are over at once, so that each is sent another code, while others
 * go on with their recoveries.
 */
final class DueTimers {
  private static final long POLL_NANOS = 100_000_000;
  private static final long BETWEEN_VISITORS_NANOS = 250_000_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Recoveries recoveries;
  private final int count = Options.timers();

  private DueTimers(Store store, Recoveries recoveries) {
    this.jdbc = store.jdbc();
    this.recoveries = recoveries;
  }

  static void measure(Report report, Postgres store, Recoveries recoveries) throws Exception {
    new DueTimers(store, recoveries).measure(report, store);
  }

  private void measure(Report report, Store store) throws Exception {
    HeldTimers timers = HeldTimers.in(jdbc);
    Latencies nobodyLooks = new Latencies();
    Load.times(count, 8, () -> recoveries.visitor(nobodyLooks).opens(recoveries.people().next()));
    await("recovery_case where step = 'enter-code'", count);
    timers.holdNoMore();
    jdbc.sql("create table held as select id from recovery_case where step = 'enter-code'")
        .update();
    store.settle();

    Latencies others = new Latencies();
    AtomicBoolean draining = new AtomicBoolean(true);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    Future<Void> meanwhile = thread.submit(() -> recoverMeanwhile(draining, others));
    timers.twoMinutesPass();
    Meter meter = new Meter(recoveries.server(), store);
    await("message m join held h on h.id = m.case_id where m.state = 'ACCEPTED'", 2 * count);
    double seconds = meter.seconds();
    draining.set(false);
    meanwhile.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    thread.shutdown();
    report.add(meter.figures("a due timer", 1, count, seconds, others.summaries()));
    report.fact(
        "seconds until " + count + " due timers had fired and their codes were sent", seconds);
  }

  /** Four a second or fewer, each with all requests of a recovery. */
  private Void recoverMeanwhile(AtomicBoolean draining, Latencies latencies) throws Exception {
    while (draining.get()) {
      recoveries.visitor(latencies).recovers(recoveries.people().next());
      LockSupport.parkNanos(BETWEEN_VISITORS_NANOS);
    }
    return null;
  }

  private void await(String from, int wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (jdbc.sql("select count(*) from " + from).query(Integer.class).single() < wanted) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Never came to " + wanted + ": " + from);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
