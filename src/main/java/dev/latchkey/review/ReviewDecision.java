package dev.latchkey.review;

import java.util.Arrays;
import java.util.Optional;

/** What a reviewer can do with a request. */
public enum ReviewDecision {
  APPROVE("approve"),
  DECLINE("decline"),
  /** Ask the person for more before deciding. */
  ASK("ask");

  private final String key;

  ReviewDecision(String key) {
    this.key = key;
  }

  /** The value in the review form and in the database. */
  public String key() {
    return key;
  }

  /** The decision with this key, or empty (also for null). */
  public static Optional<ReviewDecision> ofKey(String key) {
    return Arrays.stream(values()).filter(decision -> decision.key.equals(key)).findFirst();
  }
}
