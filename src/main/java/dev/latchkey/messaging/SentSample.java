package dev.latchkey.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/**
 * What one message tells of its channel.
 *
 * @param target hash of the number or address
 * @param country of the number, or null
 * @param handOver whether the provider took it lately; null if that says nothing
 * @param arrival how it arrived, as far as that is known; null for decoys, whose receipts are made
 *     up, and outside of the time looked at
 */
record SentSample(String target, String country, HandOver handOver, Arrival arrival) {
  /** A first failure may be over when the job tries again a few seconds later. */
  private static final int FAILURES_THAT_COUNT = 2;

  /** Causes that lie with provider or carrier; all others lie with one number or address. */
  private static final Set<String> OUTSIDE_FAULTS =
      Set.of("provider-refused", "carrier-failure", "filtered");

  /** What the provider did with the message. */
  enum HandOver {
    TAKEN,
    FAILING
  }

  /** What became of it then. */
  enum Arrival {
    FINE,
    LATE,
    LOST
  }

  /** The row of a message at this time. */
  static SentSample read(ResultSet row, Instant now, StatusProperties settings)
      throws SQLException {
    Instant handed = SqlTime.readNullable(row, "handed_at");
    boolean real = row.getString("target") != null;
    return new SentSample(
        row.getString("target_hash"),
        row.getString("country"),
        handOver(row, handed, now, settings),
        real && handed != null && within(handed, now.minus(settings.receipts()), now)
            ? arrival(row, handed, now, settings)
            : null);
  }

  private static HandOver handOver(
      ResultSet row, Instant handed, Instant now, StatusProperties settings) throws SQLException {
    Instant since = now.minus(settings.handOvers());
    if (handed != null) {
      return within(handed, since, now) ? HandOver.TAKEN : null;
    }
    Instant failed = SqlTime.readNullable(row, "failed_at");
    boolean counts =
        failed != null
            && within(failed, since, now)
            && row.getInt("failures") >= FAILURES_THAT_COUNT;
    return counts ? HandOver.FAILING : null;
  }

  private static Arrival arrival(
      ResultSet row, Instant handed, Instant now, StatusProperties settings) throws SQLException {
    if (MessageState.valueOf(row.getString("state")) == MessageState.REFUSED) {
      return fault(row.getString("cause"));
    }
    String receipt = row.getString("receipt");
    if (receipt == null) {
      return Arrival.FINE;
    }
    return switch (DeliveryStatus.valueOf(receipt)) {
      case UNDELIVERED -> fault(row.getString("receipt_cause"));
      case DELIVERED -> late(handed, SqlTime.readNullable(row, "receipt_at"), settings);
      case SENT -> late(handed, now, settings);
    };
  }

  private static Arrival fault(String cause) {
    return cause != null && OUTSIDE_FAULTS.contains(cause) ? Arrival.LOST : Arrival.FINE;
  }

  private static Arrival late(Instant handed, Instant arrived, StatusProperties settings) {
    return arrived != null && arrived.isAfter(handed.plus(settings.slowDelay()))
        ? Arrival.LATE
        : Arrival.FINE;
  }

  private static boolean within(Instant time, Instant after, Instant until) {
    return time.isAfter(after) && !time.isAfter(until);
  }
}
