package dev.latchkey.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An account as the directory knows it.
 *
 * @param secondFactor whether signing in needs a second factor
 * @param mustSetUpFactor whether a lost second factor was removed, so that the next sign-in leads
 *     to setting up a new one
 * @param shortPassword whether the password is known to be too short to protect the account alone
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
    boolean mustSetUpFactor,
    boolean shortPassword,
    List<Address> addresses) {

  /** An account whose second factor was not lost, and whose password is not known to be short. */
  public Account(
      String id,
      String userName,
      String displayName,
      Locale locale,
      AccountStatus status,
      AccountKind kind,
      boolean secondFactor,
      List<Address> addresses) {
    this(id, userName, displayName, locale, status, kind, secondFactor, false, false, addresses);
  }

  /**
   * Whether nothing but a password that is too short for that protects the account (NIST SP
   * 800-63B-4, section 3.1.1.2): its second factor went, the password stayed.
   */
  public boolean needsLongerPassword() {
    return shortPassword && !secondFactor;
  }

  /** The verified addresses that notifications go to; may be empty. */
  public List<Address> notifiable() {
    return addresses.stream().filter(Address::verified).filter(Address::notified).toList();
  }

  /** The addresses that were shown to be theirs; may be empty. */
  public List<Address> verified() {
    return addresses.stream().filter(Address::verified).toList();
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
