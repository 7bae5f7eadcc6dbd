package dev.latchkey.web;

import dev.latchkey.review.AskedFacts;
import dev.latchkey.review.QueuePlace;
import dev.latchkey.review.Review;
import dev.latchkey.review.ReviewFacts;
import dev.latchkey.review.Reviews;
import dev.latchkey.review.evidence.Evidence;
import dev.latchkey.review.evidence.EvidenceFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes what a step's page says about the request to support. */
@Component
class RequestParts {
  private final Reviews reviews;
  private final ReviewFacts facts;
  private final AskedFacts asked;
  private final EvidenceFiles evidence;

  RequestParts(Reviews reviews, ReviewFacts facts, AskedFacts asked, EvidenceFiles evidence) {
    this.reviews = reviews;
    this.facts = facts;
    this.asked = asked;
    this.evidence = evidence;
  }

  /** For the page of this step. */
  public RequestPart of(StepPage page) {
    String caseId = page.view().caseId();
    Optional<Review> review = reviews.of(caseId);
    Optional<QueuePlace> place = reviews.placeOf(caseId);
    List<Evidence> files = evidence.of(caseId);
    return new RequestPart(
        asked.list(),
        page.typed().isEmpty() ? review.map(this::stated).orElse(Map.of()) : page.typed(),
        review.map(Review::requestedAt).orElse(null),
        place.orElse(null),
        files,
        page.live() && evidence.takes(caseId),
        page.now());
  }

  private Map<String, String> stated(Review review) {
    return StatementForm.ofStored(
        review.statement(), review.lost(), facts.of(review.caseId()), review.contact());
  }
}
