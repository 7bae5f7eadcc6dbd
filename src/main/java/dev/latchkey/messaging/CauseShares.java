package dev.latchkey.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * For each channel, which part of the numbers and addresses that codes went to in the past week met
 * which cause.
 *
 * <p>Counted are the numbers and addresses, not the messages, so that trying one bad number again
 * and again changes little.
 */
final class CauseShares {
  private static final Duration LOOKED_AT = Duration.ofDays(7);
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** With fewer targets than this a share says nothing. */
  static final int FEWEST = 30;

  private final JdbcClient jdbc;
  private final String sql;
  private final Remembered<SortedMap<String, Double>> known;

  /**
   * @param sql selects {@code cause}, empty where there was none, and the number of {@code targets}
   *     for parameters {@code channel}, {@code purpose} and {@code after}
   */
  CauseShares(JdbcClient jdbc, Clock clock, String sql) {
    this.jdbc = jdbc;
    this.sql = sql;
    this.known = new Remembered<>(FRESH, clock, channel -> read(channel, clock.instant()));
  }

  /**
   * The cause that lies at this place when the shares are laid side by side, or null.
   *
   * @param place from 0 to less than 1
   */
  String at(Channel channel, double place) {
    double left = place;
    for (Map.Entry<String, Double> share : known.of(channel).entrySet()) {
      left -= share.getValue();
      if (left < 0) {
        return share.getKey();
      }
    }
    return null;
  }

  /** Parts of one, by cause, in an order that does not change. */
  private SortedMap<String, Double> read(Channel channel, Instant now) {
    SortedMap<String, Double> targets = new TreeMap<>();
    jdbc.sql(sql)
        .param("channel", channel.name())
        .param("purpose", Purpose.RECOVERY_CODE.key())
        .param("after", SqlTime.of(now.minus(LOOKED_AT)))
        .query(
            row -> {
              targets.put(row.getString("cause"), row.getDouble("targets"));
            });
    double all = targets.values().stream().mapToDouble(Double::doubleValue).sum();
    targets.remove("");
    if (all < FEWEST) {
      targets.clear();
    }
    targets.replaceAll((cause, count) -> count / all);
    return targets;
  }
}
