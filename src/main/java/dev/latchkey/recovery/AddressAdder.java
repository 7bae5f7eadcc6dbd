package dev.latchkey.recovery;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.ChangeTakenBack;
import dev.latchkey.recovery.PendingAddresses.Pending;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds addresses to accounts, and takes them off again when the account holder objects (R12). Asks
 * itself whether the code was entered, whatever path the diagram took.
 */
@Component
public class AddressAdder {
  private final CaseStore cases;
  private final PendingAddresses pending;
  private final AccountDirectory directory;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;

  AddressAdder(
      CaseStore cases,
      PendingAddresses pending,
      AccountDirectory directory,
      AuditLog audit,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.pending = pending;
    this.directory = directory;
    this.audit = audit;
    this.events = events;
  }

  /**
   * Adds the confirmed address of this case; all addresses of the account are told.
   *
   * @return false if the account cannot take it any more: it is closed, full or has it already
   * @throws AccessRefused if the code was not entered, or the case is not open; the transaction
   *     must be rolled back
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean add(String caseId) {
    RecoveryCase adding =
        cases
            .byId(caseId)
            .filter(RecoveryCase::open)
            .orElseThrow(() -> new AccessRefused("the case is not open"));
    Pending wanted =
        pending
            .of(caseId)
            .filter(found -> found.confirmedAt() != null && found.value() != null)
            .orElseThrow(() -> new AccessRefused("the address is not confirmed"));
    boolean possible =
        directory
            .findToChange(adding.accountId())
            .filter(account -> canTake(account, wanted))
            .isPresent();
    if (possible) {
      add(adding.accountId(), wanted);
    }
    audit.record(
        caseId, "account-holder", "add-address", possible ? "added" : "not-possible", null);
    return possible;
  }

  private static boolean canTake(Account account, Pending wanted) {
    return account.status() == AccountStatus.ACTIVE
        && !AddressRule.full(account)
        && !AddressRule.present(account, wanted.kind(), wanted.value());
  }

  private void add(String accountId, Pending wanted) {
    String changeId = UUID.randomUUID().toString();
    Address added = directory.addAddress(accountId, wanted.kind(), wanted.value());
    pending.added(wanted.caseId(), added.id(), changeId);
    events.publishEvent(
        new AccountChanged(changeId, accountId, AccountChange.ADDRESS_ADDED, List.of()));
  }

  /** Nothing happens for changes of another kind. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void takeOff(ChangeTakenBack takenBack) {
    pending
        .addedBy(takenBack.changeId())
        .ifPresent(added -> directory.removeAddress(takenBack.accountId(), added.addressId()));
  }
}
