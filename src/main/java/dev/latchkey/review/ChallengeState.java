package dev.latchkey.review;

/** What became of a challenge; reviewers see it, the person does not. */
public enum ChallengeState {
  OPEN,
  PASSED,
  FAILED,
  UNANSWERED
}
