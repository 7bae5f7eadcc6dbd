package dev.latchkey.recovery;

/** Where a recovery stands as a whole; the step tells the rest while it is open. */
public enum RecoveryStatus {
  OPEN,
  /** Access was restored; the process still waits for "this wasn't me". */
  RESTORED,
  /** A sign-in showed its second factor; the session can be started, once. */
  PROVEN,
  /** The session was started. */
  SIGNED_IN,
  /** Ended in favour of a recovery of the lost second factor. */
  FACTOR_LOST,
  /** Stopped by "this wasn't me". */
  STOPPED,
  /** Closed by the person, or because another recovery of the account succeeded. */
  CANCELLED,
  /** Support declined. */
  DECLINED,
  /** Not finished in time. */
  EXPIRED;

  /** The word used in diagrams and in the REST interface. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
