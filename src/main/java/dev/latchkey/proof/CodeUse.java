package dev.latchkey.proof;

import java.util.Locale;

/** What entering a one-time code shows. */
public enum CodeUse {
  /** That the person reaches an address on file: a proof. */
  PROOF,
  /** That the person reaches the address that support will answer to: not a proof. */
  CONTACT,
  /** That the person reaches an address that is to be added to the account: not a proof. */
  ADDRESS,
  /** That the person reads an older address of the account, for a reviewer: not a proof. */
  CHALLENGE;

  /**
   * Under what wrong tries at such a code are counted: per account where it proves something about
   * one, else per target.
   *
   * @param ofCase what tries of the case are counted under
   */
  public String subject(String ofCase, String targetHash) {
    return this == PROOF ? ofCase : name().toLowerCase(Locale.ROOT) + ":" + targetHash;
  }
}
