package dev.latchkey.recovery;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;

/** Which addresses an account can take. */
final class AddressRule {
  /** Each of them is told of every change and every recovery. */
  static final int MOST_ADDRESSES = 10;

  private AddressRule() {}

  /** Whether the account has the address, confirmed. */
  static boolean present(Account account, AddressKind kind, String value) {
    return account.addresses().stream()
        .filter(Address::verified)
        .anyMatch(address -> address.kind() == kind && address.value().equals(value));
  }

  /** Whether the account has as many as it can have. */
  static boolean full(Account account) {
    return account.addresses().size() >= MOST_ADDRESSES;
  }
}
