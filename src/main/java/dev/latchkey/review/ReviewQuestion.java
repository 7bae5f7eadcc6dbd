package dev.latchkey.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What support can ask a person. The texts stand in the page texts of each language ({@code
 * question.<key>}), so that nobody writes to a person in a language that they do not read.
 */
public enum ReviewQuestion {
  OLD_ADDRESSES("old-addresses"),
  ACCOUNT_SINCE("account-since"),
  LAST_SIGN_IN("last-sign-in"),
  LAST_PLACE("last-place"),
  DEVICES("devices"),
  SECOND_STEP("second-step"),
  RECENT_CHANGES("recent-changes"),
  HOW_LOST("how-lost");

  private final String key;

  ReviewQuestion(String key) {
    this.key = key;
  }

  /** The value in the review form, in text keys and in the database. */
  public String key() {
    return key;
  }

  /** The question with this key, or empty (also for null). */
  public static Optional<ReviewQuestion> ofKey(String key) {
    return Arrays.stream(values()).filter(question -> question.key.equals(key)).findFirst();
  }

  /**
   * The questions of a list with commas between, each once; empty if one of them is unknown.
   *
   * @param keys may be null, which is a list without questions
   */
  public static Optional<List<ReviewQuestion>> list(String keys) {
    List<ReviewQuestion> questions = new ArrayList<>();
    for (String key : Keys.of(keys)) {
      Optional<ReviewQuestion> question = ofKey(key);
      if (question.isEmpty()) {
        return Optional.empty();
      }
      if (!questions.contains(question.get())) {
        questions.add(question.get());
      }
    }
    return Optional.of(questions);
  }
}
