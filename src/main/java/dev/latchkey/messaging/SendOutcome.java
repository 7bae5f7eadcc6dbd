package dev.latchkey.messaging;

/** What became of an attempt to send. A provider that is unreachable is a fault, not an outcome. */
public enum SendOutcome {
  /** The provider took it (or had taken it before: sending twice is not possible). */
  ACCEPTED,
  /**
   * Refused for good; trying again is useless. The cause is in the message's row. Decoys are
   * refused as often as others.
   */
  REFUSED,
  /** Nothing was sent: a decoy. Everything else behaves as for ACCEPTED. */
  SUPPRESSED,
  /** Nothing was sent: it would have been stale. */
  EXPIRED
}
