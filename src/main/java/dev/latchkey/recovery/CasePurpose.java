package dev.latchkey.recovery;

import java.util.Arrays;
import java.util.Locale;

/** What a case is for. All of them prove something step by step and share the step page. */
public enum CasePurpose {
  /** A forgotten password gets replaced. */
  PASSWORD,
  /** A lost second factor gets removed. */
  SECOND_FACTOR,
  /** The second step of a sign-in whose password was right. */
  SIGN_IN,
  /** A signed-in person adds an address or number, and shows to reach it. */
  NEW_ADDRESS,
  /** A change of the account that was made already and can be objected to. */
  ACCOUNT_CHANGE;

  /** The word used in diagrams, decision tables, the database and the REST interface. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The purpose with this key; fails for any other word. */
  public static CasePurpose ofKey(String key) {
    return Arrays.stream(values()).filter(p -> p.key().equals(key)).findFirst().orElseThrow();
  }

  /** Whether the account holder is told of it with "this wasn't me". */
  public boolean objectionable() {
    return recovers() || this == ACCOUNT_CHANGE;
  }

  /** Whether somebody who is locked out gets back in by it. */
  public boolean recovers() {
    return this == PASSWORD || this == SECOND_FACTOR;
  }
}
