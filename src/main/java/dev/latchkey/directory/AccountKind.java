package dev.latchkey.directory;

/** How much harm a takeover of the account does; the plan and the hold depend on it. */
public enum AccountKind {
  STANDARD,
  ADMIN
}
