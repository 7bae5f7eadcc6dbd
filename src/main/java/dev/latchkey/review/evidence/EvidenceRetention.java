package dev.latchkey.review.evidence;

import dev.latchkey.retention.Retained;
import dev.latchkey.review.ReviewProperties;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Removes files some time after the decision that they were for (R24). Before the cases, which take
 * the files that are left with them: those of a hundred cases are much for one transaction.
 */
@Component
@Order(1)
public class EvidenceRetention implements Retained {
  private final EvidenceRows rows;
  private final ReviewProperties settings;

  EvidenceRetention(EvidenceRows rows, ReviewProperties settings) {
    this.rows = rows;
    this.settings = settings;
  }

  @Override
  public List<Removal> removals(Instant now) {
    Instant counted = now.minus(EvidenceLimits.DAY);
    Instant before = now.minus(settings.evidenceRetention());
    return List.of(new Removal("files", rows.forgetting(before, counted)));
  }
}
