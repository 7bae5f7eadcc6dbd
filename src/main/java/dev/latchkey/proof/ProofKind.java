package dev.latchkey.proof;

/**
 * What a proof rests on. Two proofs count as two only when their kinds differ (NIST SP 800-63B-4,
 * section 4.2.2).
 */
public enum ProofKind {
  /** A code we sent, by text message or e-mail: both are one kind. */
  ISSUED,
  /** A backup code that the account holder kept. */
  SAVED,
  /** Something bound to the account beforehand: password, authenticator app, login request. */
  BOUND,
  /** Approval by a person of the support staff. */
  REVIEWED
}
