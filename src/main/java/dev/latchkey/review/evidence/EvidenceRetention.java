package dev.latchkey.review.evidence;

import dev.latchkey.review.ReviewProperties;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes files some time after the decision that they were for (R24). */
@Component
public class EvidenceRetention {
  private static final Logger LOG = LoggerFactory.getLogger(EvidenceRetention.class);

  private final EvidenceRows rows;
  private final ReviewProperties settings;
  private final Clock clock;

  EvidenceRetention(EvidenceRows rows, ReviewProperties settings, Clock clock) {
    this.rows = rows;
    this.settings = settings;
    this.clock = clock;
  }

  /** Runs every night, beside the removal of old recoveries; several nodes may run it at once. */
  @Scheduled(cron = "0 23 2 * * *", zone = "UTC")
  @Transactional
  public void removeOldFiles() {
    Instant counted = clock.instant().minus(EvidenceLimits.DAY);
    Instant before = clock.instant().minus(settings.evidenceRetention());
    LOG.info(
        "Removed {} files of requests decided before {}", rows.forget(before, counted), before);
  }
}
