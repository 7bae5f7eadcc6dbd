package dev.latchkey.directory;

/** What a person typed to name the account. */
public enum IdentifierKind {
  EMAIL,
  PHONE,
  USER_NAME
}
