package dev.latchkey.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What is long due goes as early as what somebody waits for ({@link WaitedForFirst}). Otherwise
 * whoever opens one recovery after the other could keep all timers from firing, those of others'
 * holds and expiries too.
 */
@Component
class LongDue {
  private static final Logger LOG = LoggerFactory.getLogger(LongDue.class);
  private static final Duration LONG = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  LongDue(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Raises the priority of what no node is at; one statement, with its own transaction. */
  @Scheduled(fixedDelay = 60, initialDelay = 60, timeUnit = TimeUnit.SECONDS)
  void raise() {
    try {
      jdbc.sql(
              """
              update act_ru_job set priority_ = :first
              where duedate_ < :longAgo and priority_ < :first and lock_owner_ is null
                and retries_ > 0
              """)
          .param("first", WaitedForFirst.PRIORITY)
          .param("longAgo", Timestamp.from(clock.instant().minus(LONG)))
          .update();
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("Not this time: the database cannot be used", away);
    }
  }
}
