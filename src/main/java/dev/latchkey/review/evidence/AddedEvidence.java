package dev.latchkey.review.evidence;

/** What became of a file that a person added. */
public sealed interface AddedEvidence {

  /** It is kept. */
  record Kept(Evidence evidence) implements AddedEvidence {}

  /** It is not, and nothing of it was kept. */
  record Refused(EvidenceProblem problem) implements AddedEvidence {}
}
