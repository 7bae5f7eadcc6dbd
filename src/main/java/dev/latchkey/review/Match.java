package dev.latchkey.review;

/**
 * How what a person says compares with what is on file. This word is all that a reviewer gets to
 * see of what is on file: nobody who talks to them can coax the right answer out of them.
 */
public enum Match {
  MATCH("Match"),
  NO_MATCH("No match"),
  NOT_ON_FILE("Not on file"),
  /** The answer is free text, or is written in a way that is not understood. */
  NOT_COMPARED("Not comparable");

  private final String label;

  Match(String label) {
    this.label = label;
  }

  /** For staff, in English. */
  public String label() {
    return label;
  }

  /** For styles. */
  public String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  static Match of(boolean same) {
    return same ? MATCH : NO_MATCH;
  }
}
