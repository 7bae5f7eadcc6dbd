package dev.latchkey.proof;

/** What became of a submitted code. A wrong code is an expected outcome, never an exception. */
public enum CheckOutcome {
  /** Right, and now used up. */
  ACCEPTED,
  /** Not the code, or no code that counts. */
  WRONG,
  /** The right code, too late: over ten minutes old, or replaced by a newer one. */
  EXPIRED,
  /** A backup code that was used or superseded earlier; older codes are now inactive as well. */
  INACTIVE,
  /** Not looked at, or wrong for the last time: no tries are left for this way at present. */
  EXHAUSTED
}
