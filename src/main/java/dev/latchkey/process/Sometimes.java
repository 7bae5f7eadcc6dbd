package dev.latchkey.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Lets something happen so many times within so long for each name, on this node. */
final class Sometimes {
  private final int most;
  private final Duration within;
  private final Map<String, Window> windows = new ConcurrentHashMap<>();

  Sometimes(int most, Duration within) {
    this.most = most;
    this.within = within;
  }

  private record Window(Instant since, int times) {}

  boolean now(String name) {
    Instant now = ClockUtil.getCurrentTime().toInstant();
    return windows.merge(name, new Window(now, 1), (old, fresh) -> after(old, now)).times() <= most;
  }

  private Window after(Window old, Instant now) {
    boolean over = now.isBefore(old.since()) || !now.isBefore(old.since().plus(within));
    return over ? new Window(now, 1) : new Window(old.since(), Math.min(old.times() + 1, most + 1));
  }
}
