package dev.latchkey.proof;

import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Gives leave to look at a submitted code: five tries an hour for each account and way, over all
 * recoveries and resends, and a hundred without a success (NIST SP 800-63B-4, section 3.2.2).
 * Asking for a recovery or for another code never counts and never resets.
 */
@Component
public class Attempts {
  private static final TryCounter.Limit LIMIT = new TryCounter.Limit(5, Duration.ofHours(1), 100);
  private final TryCounter counter;

  Attempts(TryCounter counter) {
    this.counter = counter;
  }

  /**
   * Counts one try in its own transaction, before anything is compared. Call it outside of engine
   * transactions, so that their rollback cannot give the try back.
   *
   * @param subject the account id, or the decoy's subject
   */
  public Attempt take(String subject, Way way) {
    TryCounter.Count count = counter.take(subject, way.key(), LIMIT);
    return new Attempt(subject, way, count.granted(), count.last());
  }

  /** Whether no try is left at present. Counts nothing. */
  public boolean blocked(String subject, Way way) {
    return counter.blocked(subject, way.key(), LIMIT);
  }

  /** The way was proven, so its count starts over. Joins the caller's transaction. */
  public void succeeded(String subject, Way way) {
    counter.forget(subject, way.key());
  }

  /** The factor was set up again and may be tried again. Joins the caller's transaction. */
  public void setUpAgain(String subject, Way way) {
    counter.forget(subject, way.key());
  }
}
