package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.Address;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes addresses of an account. All addresses are told, the one that went too. */
@Component
public class Addresses {
  private final AccountDirectory directory;
  private final SecondFactor secondFactor;
  private final RemovedAddresses rows;
  private final Changes changes;
  private final TransactionTemplate transaction;

  Addresses(
      AccountDirectory directory,
      SecondFactor secondFactor,
      RemovedAddresses rows,
      Changes changes,
      PlatformTransactionManager manager) {
    this.directory = directory;
    this.secondFactor = secondFactor;
    this.rows = rows;
    this.changes = changes;
    this.transaction = new TransactionTemplate(manager);
  }

  /** What became of the wish to remove an address. */
  public enum Removed {
    REMOVED,
    /** Removed, and nothing was left for a second step at sign-in, so that it is off now. */
    SECOND_FACTOR_OFF,
    /** Not removed: without a confirmed address nobody could be told of anything. */
    LAST,
    /** The account has no such address. */
    UNKNOWN
  }

  /**
   * Removes an address. If it was the last phone number and nothing else shows a second factor, the
   * second factor turns off by itself.
   */
  public Removed remove(Session by, String addressId) {
    return transaction.execute(status -> removed(by, addressId));
  }

  /** Brings back what this change removed; nothing if it was another kind of change. */
  void bringBack(String changeId, String accountId) {
    rows.take(changeId, accountId)
        .ifPresent(gone -> directory.addAddress(accountId, gone.kind(), gone.value()));
  }

  private Removed removed(Session by, String addressId) {
    Account account = directory.findToChange(by.accountId()).orElseThrow();
    List<Address> verified = account.verified();
    if (verified.size() == 1 && verified.get(0).id().equals(addressId)) {
      return Removed.LAST;
    }
    Optional<Address> gone = directory.removeAddress(account.id(), addressId);
    if (gone.isEmpty()) {
      return Removed.UNKNOWN;
    }
    Address[] alsoTell = gone.filter(Address::verified).stream().toArray(Address[]::new);
    String changeId = changes.publish(by, AccountChange.ADDRESS_REMOVED, alsoTell);
    if (gone.get().verified()) {
      rows.note(changeId, account.id(), gone.get());
    }
    return secondFactor.offIfNothingIsLeft(by, alsoTell)
        ? Removed.SECOND_FACTOR_OFF
        : Removed.REMOVED;
  }
}
