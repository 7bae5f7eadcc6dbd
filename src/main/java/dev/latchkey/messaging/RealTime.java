package dev.latchkey.messaging;

import java.time.Duration;

/** Time as it really passes, for measuring and waiting; the clock may stand still or be moved. */
interface RealTime {

  /** A point in time in nanoseconds, of use only beside another one. */
  long nanos();

  /**
   * Lets the time pass.
   *
   * @throws TemporarySendFailure when the application wants to stop meanwhile
   */
  void pass(Duration duration);
}
