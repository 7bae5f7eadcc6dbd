package dev.latchkey.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How much room the caps had when they were last counted, so that not every code counts all that
 * went before it within the hour. A tenth of the room is given away without counting again: other
 * nodes, which know nothing of it, may do the same. A cap that is nearly full is always counted.
 * Kept in memory for the caps that were asked for last.
 */
@Component
class SendRoom {
  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int SHARE = 10;
  private static final int MOST_CAPS = 2_000;

  private final Map<Cap, Left> caps =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Cap, Left> eldest) {
          return size() > MOST_CAPS;
        }
      };

  private record Cap(SendCounts.Scope scope, String value) {}

  private record Left(Instant at, int uncounted) {}

  /** Takes one place without counting; false if it is time to count. */
  synchronized boolean takeUncounted(SendCounts.Scope scope, String value, Instant now) {
    Cap cap = new Cap(scope, value);
    Left left = caps.get(cap);
    boolean known =
        left != null
            && left.uncounted > 0
            && Duration.between(left.at, now).abs().compareTo(FRESH) < 0;
    if (known) {
      caps.put(cap, new Left(left.at, left.uncounted - 1));
    }
    return known;
  }

  /** Notes what was counted. */
  synchronized void counted(
      SendCounts.Scope scope, String value, int count, int limit, Instant now) {
    caps.put(new Cap(scope, value), new Left(now, Math.max(0, (limit - count) / SHARE - 1)));
  }
}
