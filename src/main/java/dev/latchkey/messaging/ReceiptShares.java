package dev.latchkey.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Foretells the provider's report of a decoy, so that a guest who watches the reports learns
 * nothing from them: as often delivered, undelivered for each cause, or never reported, and after
 * as long a time, as real codes.
 *
 * <p>What is wrong with a number for good is drawn from the past week and always the same for one
 * decoy. What passes, such as a carrier's outage, is drawn from the newest codes.
 */
@Component
class ReceiptShares {
  /** Causes that are still there when the next code goes to the same number or address. */
  private static final Set<String> LASTING =
      Set.of(
          "blocked",
          "invalid-number",
          "no-mobile-number",
          OptOuts.CAUSE,
          "region-not-allowed",
          "unknown-address",
          "unknown-number");

  /**
   * The part of the decoys whose number or address counts as unknown while too few real ones were
   * seen to draw from: if none were, a failed delivery would show that there is an account.
   */
  private static final double UNKNOWN_BEFORE_ANY_WAS_SEEN = 0.03;

  private final NewestReports newest;
  private final CauseShares lasting;
  private final Lot lot;
  private final Map<Channel, Sender> senders = new EnumMap<>(Channel.class);

  ReceiptShares(NewestReports newest, List<Sender> senders, JdbcClient jdbc, Lot lot, Clock clock) {
    this.newest = newest;
    this.lot = lot;
    senders.forEach(sender -> this.senders.put(sender.channel(), sender));
    this.lasting =
        new CauseShares(
            jdbc,
            clock,
            """
            select cause, count(distinct target_hash) as targets
            from (
              select case when receipt_cause in (%s) then receipt_cause else '' end as cause,
                target_hash
              from message
              where channel = :channel and purpose = :purpose and target is not null
                and state = 'ACCEPTED' and created_at > :after
            ) seen
            group by cause
            """
                .formatted("'" + String.join("', '", LASTING) + "'"));
  }

  /**
   * Whether an arrival may be told to a guest: only where decoys arrive as real codes do, because
   * every message gets the same report or enough of them were seen to draw from.
   */
  boolean tellsNothing(Channel channel) {
    return senders.get(channel).usualReceipt().certain()
        || newest.of(channel).size() >= CauseShares.FEWEST;
  }

  /** What will be reported of this decoy's message, as if it had been accepted just now. */
  ExpectedReceipt of(StoredMessage decoy) {
    ExpectedReceipt usual = senders.get(decoy.channel()).usualReceipt();
    List<ExpectedReceipt> seen = newest.of(decoy.channel());
    if (usual.certain()) {
      return usual;
    }
    if (seen.size() < CauseShares.FEWEST) {
      return unseen(usual, decoy).comingAfter(about(usual.after(), decoy));
    }
    String cause = lasting.at(decoy.channel(), lot.draw("receipt", decoy.targetHash()));
    return cause == null ? passing(seen, decoy) : forGood(cause, seen, decoy);
  }

  private ExpectedReceipt unseen(ExpectedReceipt usual, StoredMessage decoy) {
    if (lot.draw("receipt-unseen", decoy.targetHash()) >= UNKNOWN_BEFORE_ANY_WAS_SEEN) {
      return usual;
    }
    String cause = decoy.channel() == Channel.EMAIL ? "unknown-address" : "unknown-number";
    return new ExpectedReceipt(DeliveryStatus.UNDELIVERED, cause, usual.after(), false);
  }

  private ExpectedReceipt forGood(String cause, List<ExpectedReceipt> seen, StoredMessage decoy) {
    List<ExpectedReceipt> bad =
        seen.stream().filter(each -> each.status() == DeliveryStatus.UNDELIVERED).toList();
    ExpectedReceipt like = pick(bad.isEmpty() ? seen : bad, lot.draw("receipt-time", decoy.id()));
    return new ExpectedReceipt(DeliveryStatus.UNDELIVERED, cause, like.after(), false);
  }

  private ExpectedReceipt passing(List<ExpectedReceipt> seen, StoredMessage decoy) {
    List<ExpectedReceipt> others = seen.stream().filter(each -> !lasts(each)).toList();
    if (others.isEmpty()) {
      return ExpectedReceipt.NONE;
    }
    ExpectedReceipt fate = pick(others, lot.draw("receipt-passing", decoy.targetHash()));
    List<ExpectedReceipt> alike =
        others.stream()
            .filter(each -> each.status() == fate.status())
            .filter(each -> Objects.equals(each.cause(), fate.cause()))
            .toList();
    return pick(alike, lot.draw("receipt-time", decoy.id()));
  }

  private static boolean lasts(ExpectedReceipt seen) {
    return seen.cause() != null && LASTING.contains(seen.cause());
  }

  private static ExpectedReceipt pick(List<ExpectedReceipt> from, double lot) {
    return from.get((int) (lot * from.size()));
  }

  /** Between half and one and a half times as long. */
  private Duration about(Duration middle, StoredMessage decoy) {
    double factor = 0.5 + lot.draw("receipt-time", decoy.id());
    return Duration.ofNanos(Math.round(middle.toNanos() * factor));
  }
}
