package dev.latchkey.review.evidence;

/** A file turns out to be unusable while it is read. Stays inside of this package. */
final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  private final EvidenceProblem problem;

  Unusable(EvidenceProblem problem) {
    super(problem.key());
    this.problem = problem;
  }

  EvidenceProblem problem() {
    return problem;
  }
}
