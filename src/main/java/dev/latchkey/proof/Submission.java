package dev.latchkey.proof;

/**
 * A code as a person typed it, with the leave to look at it. Lives in memory only; {@link
 * #toString()} does not show the code.
 *
 * @param code as typed, or the token of an e-mail link; never null
 * @param attempt the counted try, never null
 * @param byLink whether {@code code} is the token of an e-mail link
 */
public record Submission(String code, Attempt attempt, boolean byLink) {
  @Override
  public String toString() {
    return "Submission[" + attempt.way() + "]";
  }
}
