package dev.latchkey.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock in UTC that stands still until a test moves it or lets it run. Safe for several threads.
 */
public final class MovableClock extends Clock {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T09:00:00Z"));
  private final AtomicReference<Duration> atEachLook = new AtomicReference<>(Duration.ZERO);

  /** Moves the time on. */
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  /** From now on the time moves on by so much whenever somebody looks; zero stops it. */
  public void moveAtEachLook(Duration by) {
    atEachLook.set(by);
  }

  @Override
  public Instant instant() {
    return now.getAndUpdate(instant -> instant.plus(atEachLook.get()));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
