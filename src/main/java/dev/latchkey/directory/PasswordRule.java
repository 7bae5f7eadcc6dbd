package dev.latchkey.directory;

/** The rules of NIST SP 800-63B-4, section 3.1.1.2; there are no composition rules. */
public enum PasswordRule {
  /** Shorter than the limit (15 characters alone, 8 with a second factor). */
  TOO_SHORT,
  /** Longer than the limit. */
  TOO_LONG,
  /** Known from breaches or used by very many people. */
  COMMON,
  /** Contains the user name, the name, an address or the name of the service. */
  CONTAINS_NAME,
  /** The two entries differ. */
  NOT_REPEATED
}
