package latchkey.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Does one thing over and over, some at a time. */
final class Load {
  private Load() {}

  /** One piece of work. */
  interface Work {
    void run() throws Exception;
  }

  /** Until the time is over; what was begun is finished. Returns how many were done. */
  static int during(Duration time, int atOnce, Work work) throws Exception {
    long end = System.nanoTime() + time.toNanos();
    return run(atOnce, () -> System.nanoTime() < end, work);
  }

  /** So many times. */
  static int times(int count, int atOnce, Work work) throws Exception {
    AtomicInteger left = new AtomicInteger(count);
    return run(atOnce, () -> left.getAndDecrement() > 0, work);
  }

  private static int run(int atOnce, BooleanSupplier more, Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(atOnce);
    AtomicInteger done = new AtomicInteger();
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < atOnce; i++) {
        running.add(
            threads.submit(
                () -> {
                  while (more.getAsBoolean()) {
                    work.run();
                    done.incrementAndGet();
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return done.get();
    } finally {
      threads.shutdownNow();
    }
  }
}
