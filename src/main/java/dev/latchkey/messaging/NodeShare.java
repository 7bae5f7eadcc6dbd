package dev.latchkey.messaging;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The calls of one channel's provider that this node may make. It takes those of a tenth of a
 * second at once, so that the shared row is not written for each message, and gives none back.
 */
final class NodeShare {
  private static final Duration LASTS = Duration.ofSeconds(1);

  private final RealTime time;
  private final BooleanSupplier more;
  private final int calls;
  private int left;
  private long takenAt;
  private long queueEnds;

  /**
   * @param calls as many as are taken at once
   * @param more takes them for this node; false if there are none now
   */
  NodeShare(RealTime time, int calls, BooleanSupplier more) {
    this.time = time;
    this.calls = calls;
    this.more = more;
    this.queueEnds = time.nanos();
  }

  /**
   * Takes one call.
   *
   * @param waited whether its message has waited; while some wait, others do not pass them
   */
  synchronized boolean take(boolean waited) {
    if (!waited && !queue().isZero()) {
      return false;
    }
    long now = time.nanos();
    if (left == 0 || now - takenAt >= LASTS.toNanos()) {
      takenAt = now;
      left = more.getAsBoolean() ? calls : 0;
    }
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }

  /** The last of those who wait has to wait so long. */
  synchronized void queueLasts(Duration wait) {
    queueEnds = time.nanos() + wait.toNanos();
  }

  /** How long the queue is, as far as this node knows; zero if nobody waits. */
  synchronized Duration queue() {
    return Duration.ofNanos(Math.max(0, queueEnds - time.nanos()));
  }
}
