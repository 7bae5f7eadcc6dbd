package dev.latchkey.process;

import dev.latchkey.recovery.StatedFacts;
import dev.latchkey.review.AskedFacts;
import dev.latchkey.review.LostFactor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@link StatedFacts} as the reviews ask for them. */
@Component
class ReviewStatedFacts implements StatedFacts {
  private final AskedFacts asked;

  ReviewStatedFacts(AskedFacts asked) {
    this.asked = asked;
  }

  @Override
  public Judged judge(List<String> lost, Map<String, String> facts) {
    if (lost.stream().anyMatch(key -> LostFactor.ofKey(key).isEmpty())) {
      return new Judged(Map.of(), "lost", "unusable");
    }
    AskedFacts.Judged judged = asked.judge(facts);
    return new Judged(judged.facts(), judged.field(), judged.problem());
  }
}
