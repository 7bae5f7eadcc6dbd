package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.SecondFactorRule;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Which ways of a plan a person is offered. A guest is offered all of them, since anything less
 * would tell what is on file; whoever has shown the password is offered those that the account has.
 */
@Component
class OfferedWays {
  private final CaseStore cases;
  private final AccountDirectory directory;
  private final AuthenticatorApp app;
  private final BackupCodes backupCodes;
  private final LoginRequests loginRequests;

  OfferedWays(
      CaseStore cases,
      AccountDirectory directory,
      AuthenticatorApp app,
      BackupCodes backupCodes,
      LoginRequests loginRequests) {
    this.cases = cases;
    this.directory = directory;
    this.app = app;
    this.backupCodes = backupCodes;
    this.loginRequests = loginRequests;
  }

  List<Way> of(String caseId, List<Way> planned) {
    RecoveryCase one = cases.byId(caseId).orElseThrow();
    if (one.purpose() != CasePurpose.SIGN_IN) {
      return planned;
    }
    Account account = directory.findById(one.accountId()).orElseThrow();
    return planned.stream()
        .filter(SecondFactorRule.WAYS::contains)
        .filter(way -> has(account, way))
        .toList();
  }

  private boolean has(Account account, Way way) {
    return switch (way) {
      case TEXT_MESSAGE -> account.reachableBy(AddressKind.PHONE, null).isPresent();
      case AUTHENTICATOR_APP -> app.enrolled(account.id());
      case BACKUP_CODE -> backupCodes.active(account.id()) > 0;
      case LOGIN_REQUEST -> loginRequests.enabled(account.id());
      case EMAIL, HUMAN_REVIEW, PASSWORD -> false;
    };
  }
}
