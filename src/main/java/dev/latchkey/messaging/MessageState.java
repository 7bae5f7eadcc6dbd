package dev.latchkey.messaging;

/** Where a message stands on our side; what the provider says later is its receipt. */
public enum MessageState {
  /** To be sent. */
  INTENDED,
  /** One thread is handing it to the provider just now. */
  SENDING,
  /** The provider took it. */
  ACCEPTED,
  /**
   * Refused for good, by the provider or by us; the cause says why. Some decoys end here as well,
   * see {@link RefusalShares}.
   */
  REFUSED,
  /** A decoy: recorded, never sent. */
  SUPPRESSED,
  /** Not sent, because its recovery ended or its code ran out first. */
  EXPIRED
}
