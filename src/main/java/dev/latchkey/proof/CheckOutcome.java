package dev.latchkey.proof;

import java.util.Locale;

/** What became of a submitted code. A wrong code is an expected outcome, never an exception. */
public enum CheckOutcome {
  /** Right, and now used up. */
  ACCEPTED,
  /** Not the code, or no code that counts. */
  WRONG,
  /**
   * The authenticator app's code of another time, up to five minutes off: not accepted, and the
   * clock of the app's device is to blame. Counts as a try like {@link #WRONG}.
   */
  CLOCK_OFF,
  /** The right code, too late: over ten minutes old, or replaced by a newer one. */
  EXPIRED,
  /** A backup code that was used or superseded earlier; older codes are now inactive as well. */
  INACTIVE,
  /** Not looked at, or wrong for the last time: no tries are left for this way at present. */
  EXHAUSTED;

  /** Part of text keys. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
