package dev.latchkey.messaging;

import dev.latchkey.secret.ServerKey;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses decoys as often as real codes are refused, and for the same causes (SECURITY.md R15). If
 * no decoy ever were, a recovery that moves on because its code was refused would show that there
 * is an account.
 *
 * <p>Counted are the numbers and addresses, not the messages, that codes went to in the past week,
 * so that trying one bad number again and again changes little. One decoy always meets the same
 * fate, as one number does.
 */
@Component
class RefusalShares {
  private static final Duration LOOKED_AT = Duration.ofDays(7);
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** With fewer targets than this a share says nothing. */
  private static final int FEWEST = 30;

  private final JdbcClient jdbc;
  private final ServerKey key;
  private final Clock clock;
  private final Map<Channel, Shares> known = new EnumMap<>(Channel.class);

  RefusalShares(JdbcClient jdbc, ServerKey key, Clock clock) {
    this.jdbc = jdbc;
    this.key = key;
    this.clock = clock;
  }

  /** Parts of one, by cause, in an order that does not change. */
  private record Shares(Instant readAt, SortedMap<String, Double> byCause) {}

  /** Why a code to this decoy is refused, or null if it is not. */
  String causeFor(Channel channel, String targetHash) {
    double drawn = fraction(targetHash);
    for (Map.Entry<String, Double> share : shares(channel).entrySet()) {
      drawn -= share.getValue();
      if (drawn < 0) {
        return share.getKey();
      }
    }
    return null;
  }

  /** From 0 to less than 1, always the same for one target. */
  private double fraction(String targetHash) {
    long bits = ByteBuffer.wrap(key.mac("decoy-refused", targetHash)).getLong() >>> 11;
    return bits * 0x1.0p-53;
  }

  private synchronized SortedMap<String, Double> shares(Channel channel) {
    Instant now = clock.instant();
    Shares shares = known.get(channel);
    if (shares == null || Duration.between(shares.readAt, now).abs().compareTo(FRESH) > 0) {
      shares = new Shares(now, read(channel, now));
      known.put(channel, shares);
    }
    return shares.byCause;
  }

  private SortedMap<String, Double> read(Channel channel, Instant now) {
    SortedMap<String, Double> targets = new TreeMap<>();
    jdbc.sql(
            """
            select coalesce(cause, '') as cause, count(distinct target_hash) as targets
            from message
            where channel = :channel and purpose = :purpose and target is not null
              and state in ('ACCEPTED', 'REFUSED') and created_at > :after
            group by cause
            """)
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
