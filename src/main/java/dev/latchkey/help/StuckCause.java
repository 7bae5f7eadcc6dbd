package dev.latchkey.help;

import java.util.Locale;

/** Why a step was given up, as far as an operator can do something about it. */
public enum StuckCause {
  /** A provider of text messages or e-mail could not be reached, or was too busy. */
  PROVIDER,
  /** The proofs do not allow what the diagram led to. */
  PROOF,
  /** The database could not be used. */
  DATABASE,
  /** Anything else: a fault in a diagram or in the program. */
  FAULT;

  /** As it stands in the keys of texts. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
