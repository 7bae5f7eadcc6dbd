package dev.latchkey.recovery;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes ended recoveries, with their proofs, codes and requests to support, after the retention
 * period (R24). The engine removes its own history by the same rule.
 */
@Component
public class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final JdbcClient jdbc;
  private final RecoveryProperties limits;
  private final Clock clock;

  Retention(JdbcClient jdbc, RecoveryProperties limits, Clock clock) {
    this.jdbc = jdbc;
    this.limits = limits;
    this.clock = clock;
  }

  /** Runs every night; several nodes may run it at once. */
  @Scheduled(cron = "0 17 2 * * *", zone = "UTC")
  @Transactional
  public void removeOldCases() {
    OffsetDateTime before = clock.instant().minus(limits.retention()).atOffset(ZoneOffset.UTC);
    int removed =
        jdbc.sql("delete from recovery_case where status <> 'OPEN' and changed_at < :before")
            .param("before", before)
            .update();
    LOG.info("Removed {} recoveries that ended before {}", removed, before);
  }
}
