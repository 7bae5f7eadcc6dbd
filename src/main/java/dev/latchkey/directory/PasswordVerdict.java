package dev.latchkey.directory;

/** What the password policy says to a new password. */
public sealed interface PasswordVerdict {
  /** Good enough; {@code hash} is what may be stored. */
  record Accepted(PasswordHash hash) implements PasswordVerdict {}

  /** Refused; {@code rule} says why, for the person to read. */
  record Refused(PasswordRule rule, int limit) implements PasswordVerdict {}
}
