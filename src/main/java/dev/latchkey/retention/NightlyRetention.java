package dev.latchkey.retention;

import dev.latchkey.operation.NodeClock;
import dev.latchkey.retention.RetentionRun.End;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Removes what is past its time every night, on one node. What a night missed, because no node ran
 * or one died at it, is made up for as soon as there is one; what failed is tried again. A node
 * whose clock differs from the database's removes nothing.
 */
@Component
class NightlyRetention {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyRetention.class);
  private static final LocalTime AT = LocalTime.of(2, 17);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(15);

  private final RetentionRun run;
  private final RetentionTurn turn;
  private final NodeClock nodeClock;
  private final Clock clock;
  private volatile double succeeded = Double.NaN;
  private volatile boolean stopping;

  NightlyRetention(
      RetentionRun run,
      RetentionTurn turn,
      NodeClock nodeClock,
      MeterRegistry meters,
      Clock clock) {
    this.run = run;
    this.turn = turn;
    this.nodeClock = nodeClock;
    this.clock = clock;
    Gauge.builder("latchkey.retention.last.success", this, nightly -> nightly.succeeded)
        .description("When all that was past its time had last been removed, since 1970 (UTC)")
        .baseUnit("seconds")
        .register(meters);
  }

  /** Looks whether it is time; must not be called in a transaction. */
  @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.SECONDS)
  void look() {
    try {
      if (!stopping && nodeClock.isRight() && turn.take()) {
        remove();
      }
      succeeded = turn.succeededAt().map(at -> at.toEpochMilli() / 1000.0).orElse(Double.NaN);
    } catch (DataAccessException | TransactionException away) {
      LOG.debug("Not this time: the database cannot be used", away);
    }
  }

  /** The step that runs is finished; what is left goes at the next start. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    stopping = true;
  }

  private void remove() {
    End end = run.removeWhile(() -> !stopping && turn.renew());
    if (end == End.DONE) {
      turn.done(nextNight());
    } else if (end == End.FAILED) {
      turn.end(clock.instant().plus(AFTER_A_FAILURE));
    } else {
      turn.end(clock.instant());
    }
  }

  private Instant nextNight() {
    ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
    ZonedDateTime today = now.with(AT);
    return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
  }
}
