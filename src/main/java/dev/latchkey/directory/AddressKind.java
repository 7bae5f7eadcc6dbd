package dev.latchkey.directory;

/** Kind of address on an account. */
public enum AddressKind {
  EMAIL,
  PHONE
}
