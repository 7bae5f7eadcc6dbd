package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.review.RiskSigns;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Weigh risk: what the policy asks about, from the account as it is now. */
@Component
class WeighRiskDelegate implements JavaDelegate {
  private final CaseStore cases;
  private final AccountDirectory directory;
  private final RiskSigns signs;

  WeighRiskDelegate(CaseStore cases, AccountDirectory directory, RiskSigns signs) {
    this.cases = cases;
    this.directory = directory;
    this.signs = signs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    Optional<Account> account =
        cases.byId(caseId).map(RecoveryCase::accountId).flatMap(directory::findById);
    AccountKind kind = account.map(Account::kind).orElse(AccountKind.STANDARD);
    execution.setVariable(RecoveryVariables.ACCOUNT_KIND, kind.name().toLowerCase(Locale.ROOT));
    execution.setVariable(
        RecoveryVariables.SECOND_FACTOR, account.map(Account::secondFactor).orElse(false));
    execution.setVariable(RecoveryVariables.RISK, signs.level(caseId).key());
  }
}
