package dev.latchkey.operation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks after what this node needs, one thing after the other in a thread of its own. Whoever asks
 * gets what was seen last: an answer costs nothing, however many ask, and waits for nobody. A look
 * that takes too long counts as no answer while it still lasts.
 */
@Component
public class Checkup implements SmartLifecycle {
  static final String DATABASE = "database";
  static final String DATA_FOLDER = "dataFolder";
  static final String CLOCK = "clock";
  static final List<String> PARTS =
      List.of(DATABASE, DATA_FOLDER, CLOCK, "textMessages", "mail", "backgroundWork");
  private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);
  private static final Finding UNKNOWN = Finding.good("Not looked at yet.");
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration SELDOM_TOLD = Duration.ofMinutes(1);

  /** Of all but the database every so many looks. */
  private static final int SELDOM = 5;

  private static final long NOT_NOW = Long.MIN_VALUE;

  private final DatabaseCheck database;
  private final List<Check> checks;
  private final Map<String, Finding> found = new ConcurrentHashMap<>();
  private final LongSupplier nanoTime;

  /** When the look at the database that still lasts began. */
  private final AtomicLong begun = new AtomicLong(NOT_NOW);

  private final AtomicLong toldAt = new AtomicLong(NOT_NOW);
  private volatile boolean doubted;
  private volatile ScheduledExecutorService thread;
  private volatile ScheduledFuture<?> work;
  private int looks;

  @Autowired
  Checkup(DatabaseCheck database, List<Check> checks, MeterRegistry meters) {
    this(database, checks, meters, System::nanoTime);
  }

  Checkup(DatabaseCheck database, List<Check> checks, MeterRegistry meters, LongSupplier nanoTime) {
    this.database = database;
    this.checks = checks;
    this.nanoTime = nanoTime;
    PARTS.forEach(
        part ->
            Gauge.builder("latchkey.health", this, checkup -> checkup.of(part).state().level)
                .description("0 good, 1 degraded, 2 down; what is wrong is told by the health page")
                .tag("part", part)
                .register(meters));
  }

  /** How a part stands; never null, never waits. */
  Finding of(String part) {
    if (part.equals(DATABASE) && overdue()) {
      return database.waiting();
    }
    return found.getOrDefault(part, UNKNOWN);
  }

  /** Whether this node can work with its database. */
  public boolean databaseUsable() {
    return of(DATABASE).state() == Finding.State.GOOD;
  }

  /**
   * Something failed of the database: if that had no room to write, it is looked at in earnest
   * until it has again. What fails of a connection that is left from before tells nothing new;
   * where the database seems well, the log has it, for nobody else learns of it.
   */
  public void failed(Throwable fault) {
    if (DatabaseFault.is(fault) && databaseUsable() && mayTell()) {
      LOG.warn("Put off, although the database answers: {}", DatabaseFault.told(fault), fault);
    }
    if (DatabaseFault.isFull(fault) && !DatabaseFault.isClosed(fault)) {
      doubted = true;
      note(DATABASE, Finding.down(DatabaseFault.told(fault)));
    }
  }

  /** Once a minute is enough. */
  private boolean mayTell() {
    long now = nanoTime.getAsLong();
    long last = toldAt.get();
    return (last == NOT_NOW || now - last > SELDOM_TOLD.toNanos())
        && toldAt.compareAndSet(last, now);
  }

  private boolean overdue() {
    long since = begun.get();
    return since != NOT_NOW && nanoTime.getAsLong() - since > PATIENCE.toNanos();
  }

  void look() {
    try {
      if (lookAtDatabase() && ++looks % SELDOM == 0) {
        checks.forEach(check -> note(check.name(), seen(check)));
      }
    } catch (RuntimeException fault) {
      // Otherwise it would have been the last look
      LOG.error("A look at what this node needs failed", fault);
    }
  }

  private boolean lookAtDatabase() {
    long since = nanoTime.getAsLong();
    begun.set(since);
    try {
      boolean writing = doubted;
      Finding now = database.look(writing);
      boolean usable = now.state() == Finding.State.GOOD;
      if (writing && usable) {
        doubted = false;
      }
      note(DATABASE, now);
      return usable;
    } finally {
      if (overdue()) {
        long seconds = Duration.ofNanos(nanoTime.getAsLong() - since).toSeconds();
        LOG.warn("The database took {} s to answer; people were asked to wait", seconds);
      }
      begun.set(NOT_NOW);
    }
  }

  private static Finding seen(Check check) {
    try {
      return check.look();
    } catch (RuntimeException fault) {
      LOG.debug("Could not look at {}", check.name(), fault);
      return Finding.degraded("It cannot be told at present.");
    }
  }

  /** A change is worth a line; what is meanwhile said in other words is not. */
  private void note(String part, Finding now) {
    Finding.State before = found.getOrDefault(part, UNKNOWN).state();
    found.put(part, now);
    if (now.state() == before) {
      return;
    }
    switch (now.state()) {
      case GOOD -> LOG.info("Good again: {}: {}", part, now.told());
      case DEGRADED -> LOG.warn("Needs attention: {}: {}", part, now.told());
      case DOWN -> LOG.error("Out of order: {}: {}", part, now.told());
    }
  }

  @Override
  public void start() {
    thread = Executors.newSingleThreadScheduledExecutor(Checkup::daemon);
    work = thread.scheduleWithFixedDelay(this::look, 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread daemon = new Thread(work, "checkup");
    daemon.setDaemon(true);
    return daemon;
  }

  @Override
  public void stop() {
    work.cancel(true);
    thread.shutdownNow();
    thread = null;
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
