package dev.latchkey.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An account as the directory knows it.
 *
 * @param secondFactor whether signing in needs a second factor
 * @param addresses all addresses in the owner's order, verified or not; never null
 */
public record Account(
    String id,
    String userName,
    String displayName,
    Locale locale,
    AccountStatus status,
    AccountKind kind,
    boolean secondFactor,
    List<Address> addresses) {

  /** The verified addresses that notifications go to; may be empty. */
  public List<Address> notifiable() {
    return addresses.stream().filter(Address::verified).filter(Address::notified).toList();
  }

  /** The verified address with this id, else the first verified one of the kind, else empty. */
  public Optional<Address> reachableBy(AddressKind kind, String preferredId) {
    List<Address> candidates =
        addresses.stream().filter(Address::verified).filter(a -> a.kind() == kind).toList();
    return candidates.stream()
        .filter(a -> a.id().equals(preferredId))
        .findFirst()
        .or(() -> candidates.stream().findFirst());
  }
}
