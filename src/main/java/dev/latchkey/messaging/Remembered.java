package dev.latchkey.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * What was read of each channel, read again when it has grown old. Nobody waits for somebody else's
 * reading: who comes meanwhile gets the one before, so that no thread that holds a connection waits
 * for one that wants its own.
 */
final class Remembered<V> {
  private final Duration fresh;
  private final Clock clock;
  private final Function<Channel, V> read;
  private final Map<Channel, Kept<V>> known = new ConcurrentHashMap<>();

  /**
   * @param fresh how old a reading may be
   * @param read never returns null; what it throws reaches who asked
   */
  Remembered(Duration fresh, Clock clock, Function<Channel, V> read) {
    this.fresh = fresh;
    this.clock = clock;
    this.read = read;
  }

  private record Kept<V>(Instant at, V value, AtomicBoolean renewed) {}

  V of(Channel channel) {
    Instant now = clock.instant();
    Kept<V> kept = known.get(channel);
    if (kept == null) {
      return renew(channel, now);
    }
    boolean old = Duration.between(kept.at, now).abs().compareTo(fresh) >= 0;
    if (!old || !kept.renewed.compareAndSet(false, true)) {
      return kept.value;
    }
    try {
      return renew(channel, now);
    } finally {
      kept.renewed.set(false);
    }
  }

  private V renew(Channel channel, Instant now) {
    V value = read.apply(channel);
    known.put(channel, new Kept<>(now, value, new AtomicBoolean()));
    return value;
  }
}
