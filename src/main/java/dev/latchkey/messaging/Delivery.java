package dev.latchkey.messaging;

import java.time.Instant;

/**
 * What is known of a code on its way, as a guest may know it: made alike for codes that were sent
 * and for those of a decoy.
 *
 * @param channel the code went by
 * @param state how far it came
 * @param cause stable word for why it will not arrive, such as {@code opted-out}, {@code
 *     unknown-number} or {@code carrier-failure}; null unless the state is {@link
 *     State#UNDELIVERED}
 * @param intendedAt when it was to be sent (UTC)
 * @param receiptAt when the provider reported what became of it (UTC); null without a final report
 */
public record Delivery(
    Channel channel, State state, String cause, Instant intendedAt, Instant receiptAt) {

  /** How far a code came. */
  public enum State {
    /** Not handed to the provider yet. */
    QUEUED,
    /** The provider took it; no final report so far. */
    SENT,
    /** It arrived, says the provider. */
    DELIVERED,
    /** It will not arrive: refused by the provider, or reported later. */
    UNDELIVERED,
    /** It was not sent, because its recovery ended or it ran out first. */
    EXPIRED
  }
}
