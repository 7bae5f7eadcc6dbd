package dev.latchkey.recovery;

import dev.latchkey.directory.AddressKind;

/** What the rules of sending say about an address. */
public interface Reachable {
  /** Whether anything may ever be sent to this address (form, country). */
  boolean mayEverBe(AddressKind kind, String value);
}
