package dev.latchkey.proof;

/**
 * Leave to look at one submitted code. Taken from {@link Attempts}, which counts the try in a
 * transaction of its own before the code is looked at, so that no crash, rollback or race gives a
 * guesser a try for nothing.
 */
public final class Attempt {
  private final String subject;
  private final Way way;
  private final boolean granted;
  private final boolean last;

  Attempt(String subject, Way way, boolean granted, boolean last) {
    this.subject = subject;
    this.way = way;
    this.granted = granted;
    this.last = last;
  }

  /** The account id, or the decoy's subject. */
  public String subject() {
    return subject;
  }

  /** The way that was tried. */
  public Way way() {
    return way;
  }

  /** False when no tries are left: the code must not be looked at. */
  public boolean granted() {
    return granted;
  }

  /** True when no try is left after this one. */
  public boolean last() {
    return last;
  }
}
