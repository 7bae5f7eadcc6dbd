package dev.latchkey.process.guard;

/** Where the lock is, and what must be certain before it. */
final class Goals {
  private static final String SIGN_IN_PROVEN = "proven";

  private Goals() {}

  static boolean isLock(Node node) {
    return node.delegate().equals(Words.RESTORE_ACCESS)
        || node.delegate().equals(Words.REMOVE_LOST_FACTOR);
  }

  /** Whether somebody who stands like this must not come here. */
  static boolean refused(Node node, Standing standing) {
    return proofsMissing(node, standing) || (isLock(node) && !standing.holdDone());
  }

  static boolean proofsMissing(Node node, Standing standing) {
    if (isLock(node)) {
      return !standing.enoughProof();
    } else if (node.delegate().equals(Words.ADD_ADDRESS)) {
      return !standing.kinds().contains(Standing.Kind.NEW_ADDRESS);
    }
    return node.property("status").equals(SIGN_IN_PROVEN) && !standing.enough();
  }
}
