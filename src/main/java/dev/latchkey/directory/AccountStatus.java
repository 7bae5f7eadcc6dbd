package dev.latchkey.directory;

/** Whether an account may be used at all. */
public enum AccountStatus {
  ACTIVE,
  /** Closed by its owner or the operator; recovery treats it like an unknown account. */
  DISABLED
}
