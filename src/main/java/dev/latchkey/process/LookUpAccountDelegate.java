package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Look up account: gives the plan what it decides by. */
@Component
class LookUpAccountDelegate implements JavaDelegate {
  private final CaseStore cases;
  private final AccountLookup lookup;

  LookUpAccountDelegate(CaseStore cases, AccountLookup lookup) {
    this.cases = cases;
    this.lookup = lookup;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RecoveryCase recovery = cases.byId(execution.getProcessBusinessKey()).orElseThrow();
    Optional<Account> account = lookup.lookUp(recovery);
    execution.setVariable(RecoveryVariables.PURPOSE, recovery.purpose().key());
    execution.setVariable(RecoveryVariables.IDENTIFIER_KIND, word(recovery.identifierKind()));
    execution.setVariable(
        RecoveryVariables.ACCOUNT_KIND,
        word(account.map(Account::kind).orElse(AccountKind.STANDARD)));
    execution.setVariable(
        RecoveryVariables.SECOND_FACTOR, account.map(Account::secondFactor).orElse(false));
    execution.setVariable(RecoveryVariables.ENOUGH_PROOF, false);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
