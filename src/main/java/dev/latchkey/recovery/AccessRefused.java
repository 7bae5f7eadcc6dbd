package dev.latchkey.recovery;

/**
 * Access must not be restored although the process asked for it: the diagram is wrong or was drawn
 * around the proofs. Becomes an incident; the message holds no personal data.
 */
public class AccessRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which condition does not hold. */
  public AccessRefused(String reason) {
    super("Access not restored: " + reason);
  }
}
