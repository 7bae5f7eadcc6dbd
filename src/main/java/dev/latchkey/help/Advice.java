package dev.latchkey.help;

import java.time.Instant;
import java.util.List;

/**
 * One reason why a code did not come, and what to do about it.
 *
 * @param cause {@code B1} to {@code B7}, or {@code limit}
 * @param text key of its sentences, below {@code advice.text}
 * @param guides keys of the steps to show, below {@code advice.guide}, in order
 * @param nextWay the best of what the process offers now: key of a {@link dev.latchkey.proof.Way},
 *     {@code resend}, {@code leave} or {@code wait}; null for a question
 * @param tick word with which a person says that this is it; null for a fact
 * @param since the moment that the fact is known from (UTC), or null
 */
public record Advice(
    String cause,
    Certainty certainty,
    String text,
    List<String> guides,
    String nextWay,
    String tick,
    Instant since) {

  /** How sure the reason is. */
  public enum Certainty {
    /** The system knows it. */
    KNOWN,
    /** The person said so. */
    SAID,
    /** Nobody knows; the person can say so. */
    ASKED
  }

  /** Whether it can be told as a fact. */
  public boolean known() {
    return certainty == Certainty.KNOWN;
  }
}
