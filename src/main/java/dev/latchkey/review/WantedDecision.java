package dev.latchkey.review;

import java.util.List;
import java.util.Optional;

/**
 * What a reviewer filled in, unchecked: each member may be null or anything.
 *
 * @param questions keys of {@link ReviewQuestion} with commas between
 * @param challenge empty, {@code read-out} or {@code address:<n>}
 */
public record WantedDecision(
    String decision, String reason, String note, String questions, String challenge) {
  static final int LONGEST_NOTE = 2000;

  Optional<ReviewDecision> kind() {
    return ReviewDecision.ofKey(decision);
  }

  Optional<ReviewReason> why() {
    return ReviewReason.ofKey(reason);
  }

  /** Empty if one of the questions is unknown. */
  Optional<List<ReviewQuestion>> asked() {
    return ReviewQuestion.list(questions);
  }

  boolean challenges() {
    return challenge != null && !challenge.isBlank();
  }
}
