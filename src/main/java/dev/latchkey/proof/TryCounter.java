package dev.latchkey.proof;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts tries at guessing something, in the database, so that parallel tries, restarts and several
 * nodes share one count. A try is counted before it is looked at, in a transaction of its own: no
 * crash or rollback gives it back.
 */
@Component
public class TryCounter {
  private static final int ROUNDS = 20;

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;
  private final Clock clock;

  TryCounter(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(PROPAGATION_REQUIRES_NEW);
  }

  /**
   * How many tries there are.
   *
   * @param inWindow tries in one window
   * @param window begins with the first try and is not prolonged by later ones
   * @param consecutive tries without a success after which none is granted until {@link #forget}
   */
  public record Limit(int inWindow, Duration window, int consecutive) {}

  /** A counted try; {@code last} when no further one would be granted at present. */
  public record Count(boolean granted, boolean last) {
    private static final Count REFUSED = new Count(false, true);
  }

  /**
   * Counts one try, or refuses it. Own transaction; not for use inside another one. A success
   * elsewhere may take the row away at any moment, so a row that is missing refuses nothing.
   */
  public Count take(String subject, String what, Limit limit) {
    for (int round = 0; round < ROUNDS; round++) {
      Optional<Count> counted = update(subject, what, limit);
      if (counted.isPresent()) {
        return counted.get();
      }
      if (insert(subject, what)) {
        return new Count(true, limit.inWindow() == 1);
      }
      if (blocked(subject, what, limit)) {
        return Count.REFUSED;
      }
    }
    return Count.REFUSED;
  }

  /** Whether a try would be refused now. Counts nothing. */
  public boolean blocked(String subject, String what, Limit limit) {
    return jdbc.sql(
                """
                select count(*) from factor_tries
                where subject = :subject and way = :what
                  and (consecutive >= :consecutive
                       or (window_started > :cutoff and window_tries >= :inWindow))
                """)
            .param("subject", subject)
            .param("what", what)
            .param("consecutive", limit.consecutive())
            .param("cutoff", cutoff(limit))
            .param("inWindow", limit.inWindow())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Tries since the last success. */
  int consecutive(String subject, String what) {
    return jdbc.sql(
            """
            select coalesce(max(consecutive), 0) from factor_tries
            where subject = :subject and way = :what
            """)
        .param("subject", subject)
        .param("what", what)
        .query(Integer.class)
        .single();
  }

  /** Takes back one counted try that turned out right. Joins the transaction. */
  public void giveBack(String subject, String what) {
    jdbc.sql(
            """
            update factor_tries
            set window_tries = window_tries - 1, consecutive = consecutive - 1
            where subject = :subject and way = :what and window_tries > 0 and consecutive > 0
            """)
        .param("subject", subject)
        .param("what", what)
        .update();
  }

  /** Starts over, after a success or when the factor was set up again. Joins the transaction. */
  public void forget(String subject, String what) {
    forget(List.of(subject), List.of(what));
  }

  /** The same for each of these subjects and things. */
  void forget(List<String> subjects, List<String> whats) {
    jdbc.sql("delete from factor_tries where subject in (:subjects) and way in (:whats)")
        .param("subjects", subjects)
        .param("whats", whats)
        .update();
  }

  private Optional<Count> update(String subject, String what, Limit limit) {
    return ownTransaction.execute(
        status ->
            increment(subject, what, limit) == 1
                ? Optional.of(read(subject, what, limit))
                : Optional.empty());
  }

  private int increment(String subject, String what, Limit limit) {
    return jdbc.sql(
            """
            update factor_tries
            set window_tries = case when window_started <= :cutoff then 1
                                    else window_tries + 1 end,
                window_started = case when window_started <= :cutoff then :now
                                      else window_started end,
                consecutive = consecutive + 1
            where subject = :subject and way = :what
              and consecutive < :consecutive
              and (window_started <= :cutoff or window_tries < :inWindow)
            """)
        .param("cutoff", cutoff(limit))
        .param("now", Timestamp.from(clock.instant()))
        .param("subject", subject)
        .param("what", what)
        .param("consecutive", limit.consecutive())
        .param("inWindow", limit.inWindow())
        .update();
  }

  private Count read(String subject, String what, Limit limit) {
    return jdbc.sql(
            """
            select window_tries, consecutive from factor_tries
            where subject = :subject and way = :what
            """)
        .param("subject", subject)
        .param("what", what)
        .query(
            (row, number) ->
                new Count(
                    true,
                    row.getInt("window_tries") >= limit.inWindow()
                        || row.getInt("consecutive") >= limit.consecutive()))
        .single();
  }

  /** False if there is a row already. */
  private boolean insert(String subject, String what) {
    try {
      ownTransaction.executeWithoutResult(
          status ->
              jdbc.sql(
                      """
                      insert into factor_tries
                        (subject, way, window_started, window_tries, consecutive)
                      values (:subject, :what, :now, 1, 1)
                      """)
                  .param("subject", subject)
                  .param("what", what)
                  .param("now", Timestamp.from(clock.instant()))
                  .update());
      return true;
    } catch (DuplicateKeyException exists) {
      return false;
    }
  }

  private Timestamp cutoff(Limit limit) {
    return Timestamp.from(clock.instant().minus(limit.window()));
  }
}
