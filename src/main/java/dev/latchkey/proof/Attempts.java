package dev.latchkey.proof;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Gives leave to look at a submitted code: five tries an hour for each account and way, over all
 * recoveries and resends, and a hundred without a success (NIST SP 800-63B-4, section 3.2.2).
 * Asking for a recovery or for another code never counts and never resets.
 */
@Component
public class Attempts {
  private static final TryCounter.Limit LIMIT = new TryCounter.Limit(5, Duration.ofHours(1), 100);
  private static final String AT_SIGN_IN = "sign-in:";
  private final TryCounter counter;

  Attempts(TryCounter counter) {
    this.counter = counter;
  }

  /**
   * The subject of an account at sign-in, after the right password. Counted apart from recoveries,
   * so that a stranger's wrong tries at a recovery do not keep the holder from signing in.
   */
  public static String atSignIn(String accountId) {
    return AT_SIGN_IN + accountId;
  }

  /** Whether tries of this subject are tries at this account; never for a null account. */
  static boolean at(String accountId, String subject) {
    return accountId != null && (subject.equals(accountId) || subject.equals(atSignIn(accountId)));
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

  /** Wrong tries by this way since its last success, over all recoveries. */
  public int wrong(String subject, Way way) {
    return counter.consecutive(subject, way.key());
  }

  /** The way was proven, so its count starts over. Joins the caller's transaction. */
  public void succeeded(String subject, Way way) {
    counter.forget(subject, way.key());
  }

  /** The factor was set up again and may be tried again. Joins the caller's transaction. */
  public void setUpAgain(String accountId, Way way) {
    setUpAgain(accountId, Set.of(way));
  }

  /** The same for several ways at once. */
  public void setUpAgain(String accountId, Set<Way> ways) {
    counter.forget(List.of(accountId, atSignIn(accountId)), ways.stream().map(Way::key).toList());
  }
}
