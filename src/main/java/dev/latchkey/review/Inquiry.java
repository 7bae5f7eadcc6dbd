package dev.latchkey.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What support asked a person in one round. All instants are UTC.
 *
 * @param round from 1
 * @param challenge null without one
 * @param addressId address of the account that a code goes to, or null
 * @param challengeState null without a challenge
 * @param answeredAt null while the person did not answer
 */
public record Inquiry(
    String caseId,
    int round,
    String askedBy,
    List<Asked> asked,
    Challenge.Kind challenge,
    String addressId,
    ChallengeState challengeState,
    Instant askedAt,
    Instant answeredAt) {

  /**
   * One question.
   *
   * @param answer as the person wrote it; null while there is none
   */
  public record Asked(ReviewQuestion question, String answer) {}

  /** Whether the person has still to answer. */
  public boolean open() {
    return answeredAt == null;
  }

  /** Whether a code that the reviewer reads out is to be typed. */
  public boolean wantsReadOut() {
    return challenge == Challenge.Kind.READ_OUT && challengeState == ChallengeState.OPEN;
  }

  /** Whether a code goes to an older address once the questions are answered. */
  public boolean wantsOlderAddress() {
    return challenge == Challenge.Kind.OLDER_ADDRESS && challengeState == ChallengeState.OPEN;
  }

  /** What was answered to this question so far, or empty. */
  public Optional<String> answerTo(ReviewQuestion question) {
    return asked.stream().filter(one -> one.question() == question).findFirst().map(Asked::answer);
  }
}
