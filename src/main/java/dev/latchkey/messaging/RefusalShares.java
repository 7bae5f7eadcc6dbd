package dev.latchkey.messaging;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses decoys as often as real codes are refused, and for the same causes. If no decoy ever
 * were, a recovery that moves on because its code was refused would show that there is an account.
 * One decoy always meets the same fate, as one number does.
 */
@Component
class RefusalShares {
  private final Lot lot;
  private final CauseShares shares;

  RefusalShares(JdbcClient jdbc, Lot lot, Clock clock) {
    this.lot = lot;
    this.shares =
        new CauseShares(
            jdbc,
            clock,
            """
            select coalesce(cause, '') as cause, count(distinct target_hash) as targets
            from message
            where channel = :channel and purpose = :purpose and target is not null
              and state in ('ACCEPTED', 'REFUSED') and created_at > :after
            group by cause
            """);
  }

  /** Why a code to this decoy is refused, or null if it is not. */
  String causeFor(Channel channel, String targetHash) {
    return shares.at(channel, lot.draw("refused", targetHash));
  }
}
