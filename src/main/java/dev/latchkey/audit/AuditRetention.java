package dev.latchkey.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Removes entries after their time (R24), always from the beginning on and without a gap. The last
 * one removed stays as the anchor, sealed with the head, so that the rest verifies.
 */
@Component
public class AuditRetention {
  private static final Logger LOG = LoggerFactory.getLogger(AuditRetention.class);

  private final AuditTable table;
  private final AuditHeads heads;
  private final Duration retention;
  private final Clock clock;

  AuditRetention(
      AuditTable table,
      AuditHeads heads,
      @Value("${latchkey.audit.retention:P365D}") String retention,
      Clock clock) {
    this.table = table;
    this.heads = heads;
    this.retention = DurationStyle.detectAndParse(retention);
    this.clock = clock;
  }

  /** Runs every night; where another node is at it, or entries are just chained, the next night. */
  @Scheduled(cron = "0 47 2 * * *", zone = "UTC")
  @Transactional
  public void removeOldEntries() {
    heads
        .tryLock()
        .filter(heads::sound)
        .ifPresent(head -> removeBefore(clock.instant().minus(retention), head));
  }

  private void removeBefore(Instant time, AuditHead head) {
    long last = table.firstSince(time).map(first -> first - 1).orElse(head.seq());
    Optional<AuditEntry> anchor = table.at(last);
    if (anchor.isPresent()) {
      heads.write(new AuditHead(head.seq(), head.hash(), last, anchor.get().link().hash(), null));
      LOG.info("Removed {} audit entries from before {}", table.removeUpTo(last), time);
    }
  }
}
