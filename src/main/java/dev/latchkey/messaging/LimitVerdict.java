package dev.latchkey.messaging;

import java.time.Instant;

/**
 * Whether a code may be sent now.
 *
 * @param nextPossible when the next one may be sent; null when never (country or prefix not
 *     allowed)
 * @param cause {@code too-soon}, {@code target-10-minutes}, {@code target-day}, {@code
 *     client-hour}, {@code prefix-hour}, {@code country-hour}, {@code total-hour}, {@code
 *     country-not-allowed}, {@code prefix-not-allowed}, {@code invalid-number}, {@code
 *     invalid-address}; null when allowed
 */
public record LimitVerdict(Decision decision, Instant nextPossible, String cause) {

  /** What to do now. */
  public enum Decision {
    /** Send. The claim counts from now on. */
    ALLOWED,
    /** Wait until the time given, at most two minutes, and claim again. */
    LATER,
    /** Do not wait: use another way. */
    REFUSED
  }
}
