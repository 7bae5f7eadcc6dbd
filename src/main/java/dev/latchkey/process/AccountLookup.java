package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.Identifier;
import dev.latchkey.directory.IdentifierKind;
import dev.latchkey.directory.IdentifierParser;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.Countries;
import dev.latchkey.messaging.TargetHasher;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the account that a guest named; without one the case goes on as a decoy. */
@Component
class AccountLookup {
  private final CaseStore cases;
  private final AccountDirectory directory;
  private final IdentifierParser identifiers;
  private final TargetHasher hasher;

  AccountLookup(
      CaseStore cases,
      AccountDirectory directory,
      IdentifierParser identifiers,
      TargetHasher hasher) {
    this.cases = cases;
    this.directory = directory;
    this.identifiers = identifiers;
    this.hasher = hasher;
  }

  /** The active account, or empty; what was typed is forgotten either way. */
  Optional<Account> lookUp(RecoveryCase recovery) {
    return recovery.identifier() == null ? known(recovery) : typed(recovery);
  }

  /** A case that began with its account; as a decoy it goes on if that was closed meanwhile. */
  private Optional<Account> known(RecoveryCase recovery) {
    Optional<Account> account =
        Optional.ofNullable(recovery.accountId())
            .flatMap(directory::findById)
            .filter(found -> found.status() == AccountStatus.ACTIVE);
    if (account.isEmpty()) {
      cases.writeLookup(recovery.id(), null, null, null, recovery.subject());
    }
    return account;
  }

  private Optional<Account> typed(RecoveryCase recovery) {
    Identifier identifier = identifiers.parse(recovery.identifier()).orElseThrow();
    cases.writeTypedCountry(recovery.id(), typedCountry(identifier));
    Optional<Account> account =
        directory.find(identifier).filter(found -> found.status() == AccountStatus.ACTIVE);
    cases.writeLookup(
        recovery.id(),
        account.map(Account::id).orElse(null),
        account.flatMap(found -> typedAddress(found, identifier)).map(Address::id).orElse(null),
        typedTargetHash(identifier),
        account.map(Account::id).orElse(recovery.subject()));
    return account;
  }

  /** Of the likeliest reading, as for the hash; null for an address or a name. */
  private static String typedCountry(Identifier identifier) {
    return identifier.kind() == IdentifierKind.PHONE
        ? Countries.of(identifier.canonical()).orElse(null)
        : null;
  }

  private String typedTargetHash(Identifier identifier) {
    return switch (identifier.kind()) {
      case EMAIL -> hasher.hash(Channel.EMAIL, identifier.canonical());
      case PHONE -> hasher.hash(Channel.TEXT_MESSAGE, identifier.canonical());
      case USER_NAME -> null;
    };
  }

  private static Optional<Address> typedAddress(Account account, Identifier identifier) {
    return account.addresses().stream()
        .filter(address -> identifier.candidates().contains(address.value()))
        .findFirst();
  }
}
