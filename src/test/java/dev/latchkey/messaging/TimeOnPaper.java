package dev.latchkey.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody says so; keeps how long was waited. */
final class TimeOnPaper implements RealTime {
  private final List<Duration> waits = new ArrayList<>();
  private long nanos;

  /** All waits, in their order. */
  List<Duration> waits() {
    return waits;
  }

  /** Lets time pass without waiting for it, as a provider does. */
  void goesOn(Duration duration) {
    nanos += duration.toNanos();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void pass(Duration duration) {
    waits.add(duration);
    goesOn(duration);
  }
}
