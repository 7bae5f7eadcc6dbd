package dev.latchkey.api;

import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.review.AskedFacts;
import dev.latchkey.review.QueuePlace;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import dev.latchkey.review.evidence.EvidenceFiles;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes requests to support as clients see them. */
@Component
class RequestResources {
  private final Reviews reviews;
  private final AskedFacts asked;
  private final EvidenceFiles evidence;

  RequestResources(Reviews reviews, AskedFacts asked, EvidenceFiles evidence) {
    this.reviews = reviews;
    this.asked = asked;
    this.evidence = evidence;
  }

  /** The request of this recovery, or null while support is not asked. */
  RequestResource of(RecoveryView view) {
    if (view.status() != RecoveryStatus.OPEN) {
      return null;
    }
    String caseId = view.caseId();
    Optional<Review> review = reviews.of(caseId);
    if (review.isEmpty() && !view.offers(RecoveryMessage.STATEMENT_GIVEN)) {
      return null;
    }
    Optional<QueuePlace> place = reviews.placeOf(caseId);
    return RequestResource.of(
        asked.list(),
        place.isEmpty() ? null : review.map(Review::requestedAt).orElse(null),
        place.orElse(null),
        evidence.takes(caseId),
        evidence.of(caseId));
  }
}
