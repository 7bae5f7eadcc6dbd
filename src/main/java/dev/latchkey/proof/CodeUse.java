package dev.latchkey.proof;

/** What entering a one-time code shows. */
public enum CodeUse {
  /** That the person reaches an address on file: a proof. */
  PROOF,
  /** That the person reaches the address that support will answer to: not a proof. */
  CONTACT
}
