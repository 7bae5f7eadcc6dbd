package dev.latchkey.process;

import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.recovery.RecoveryTokens;
import dev.latchkey.review.Review;
import dev.latchkey.review.Reviews;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a notice says about its recovery; made when it is sent. */
@Component
class NoticeFacts {
  private final Reviews reviews;
  private final RecoveryTokens tokens;

  NoticeFacts(Reviews reviews, RecoveryTokens tokens) {
    this.reviews = reviews;
    this.tokens = tokens;
  }

  Map<String, String> of(RecoveryCase recovery) {
    Map<String, String> facts = new HashMap<>();
    Instant when = recovery.restoredAt() == null ? recovery.createdAt() : recovery.restoredAt();
    facts.put("when", when.toString());
    if (recovery.holdUntil() != null) {
      facts.put("until", recovery.holdUntil().toString());
    }
    if (recovery.change() != null) {
      facts.put("change", recovery.change().key());
    }
    facts.put("link", "/");
    facts.put("case", recovery.id().substring(0, 8));
    facts.put("objection", "/not-me?t=" + tokens.objection(recovery.id()));
    facts.put(
        "reason",
        reviews.of(recovery.id()).map(Review::reason).filter(key -> key != null).orElse(""));
    return facts;
  }
}
