package dev.latchkey.review;

import java.util.Arrays;
import java.util.Optional;

/** Why a reviewer decided as they did; the account holder is told in their language. */
public enum ReviewReason {
  IDENTITY_CONFIRMED("identity-confirmed", true),
  KNOWN_BY_OTHER_CHANNEL("known-by-other-channel", true),
  CHALLENGE_PASSED("challenge-passed", true),
  DOCUMENTS_FIT("documents-fit", true),
  NOT_CONVINCING("not-convincing", false),
  TOO_LITTLE("too-little", false),
  CONTRADICTIONS("contradictions", false),
  CHALLENGE_FAILED("challenge-failed", false),
  DOCUMENTS_UNUSABLE("documents-unusable", false),
  NO_SUCH_ACCOUNT("no-such-account", false),
  SUSPECTED_TAKEOVER("suspected-takeover", false);

  private final String key;
  private final boolean approves;

  ReviewReason(String key, boolean approves) {
    this.key = key;
    this.approves = approves;
  }

  /** The value in the review form and in message keys. */
  public String key() {
    return key;
  }

  /** Whether it is a reason to approve; otherwise it is one to decline. */
  public boolean approves() {
    return approves;
  }

  /** The reason with this key, or empty (also for null). */
  public static Optional<ReviewReason> ofKey(String key) {
    return Arrays.stream(values()).filter(reason -> reason.key.equals(key)).findFirst();
  }
}
