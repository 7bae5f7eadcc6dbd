package dev.latchkey.process;

import dev.latchkey.account.AddressesToCheck;
import dev.latchkey.messaging.ReceiptListener;
import dev.latchkey.messaging.UnreachableTargets;
import dev.latchkey.proof.CodeIssue;
import dev.latchkey.proof.OneTimeCodes;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.recovery.RecoveryStatus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Once access is restored, lets the account holder be asked about addresses that codes of the
 * recovery could not be delivered to (B1). One by which they then proved themselves after all is
 * right. Reports that come after the end count as well.
 */
@Component
class WrongAddresses implements ReceiptListener {
  private final CaseStore cases;
  private final UnreachableTargets unreachable;
  private final OneTimeCodes codes;
  private final ProofLedger ledger;
  private final AddressesToCheck toCheck;

  WrongAddresses(
      CaseStore cases,
      UnreachableTargets unreachable,
      OneTimeCodes codes,
      ProofLedger ledger,
      AddressesToCheck toCheck) {
    this.cases = cases;
    this.unreachable = unreachable;
    this.codes = codes;
    this.ledger = ledger;
    this.toCheck = toCheck;
  }

  /** Nothing happens unless the recovery gave access back. Joins the transaction. */
  void note(String caseId) {
    cases
        .byId(caseId)
        .filter(recovery -> recovery.status() == RecoveryStatus.RESTORED && !recovery.decoy())
        .ifPresent(this::note);
  }

  @Override
  public void undelivered(String caseId, String codeIssueId) {
    note(caseId);
  }

  private void note(RecoveryCase recovery) {
    List<String> right = ledger.of(recovery.id()).stream().map(Proof::addressId).toList();
    unreachable.codeIssuesOf(recovery.id()).stream()
        .map(codes::byId)
        .flatMap(Optional::stream)
        .map(CodeIssue::addressId)
        .filter(Objects::nonNull)
        .filter(address -> !right.contains(address))
        .distinct()
        .forEach(address -> toCheck.note(recovery.accountId(), address));
  }
}
