package dev.latchkey.recovery;

import dev.latchkey.proof.Attempt;

/**
 * A code that was read out, as typed, with the leave to look at it. It proves nothing about an
 * account and is no {@link dev.latchkey.proof.Submission}: nothing but the check of the answer to
 * support takes it.
 */
public record ReadOutTry(String code, Attempt attempt) {
  @Override
  public String toString() {
    return "ReadOutTry[]";
  }
}
