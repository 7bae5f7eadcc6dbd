package dev.latchkey.process;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.help.ServiceStatus;
import dev.latchkey.messaging.Channel;
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
  private final ServiceStatus service;

  LookUpAccountDelegate(CaseStore cases, AccountLookup lookup, ServiceStatus service) {
    this.cases = cases;
    this.lookup = lookup;
    this.service = service;
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
    tellWhichChannelsWork(execution, recovery);
  }

  /** For the country of the number typed, never for that of a number on file. */
  private void tellWhichChannelsWork(DelegateExecution execution, RecoveryCase recovery) {
    String country = cases.typedCountry(recovery.id()).orElse(null);
    execution.setVariable(
        RecoveryVariables.TEXT_MESSAGE_HEALTH, service.state(Channel.TEXT_MESSAGE, country).key());
    execution.setVariable(RecoveryVariables.EMAIL_HEALTH, service.state(Channel.EMAIL, null).key());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
