package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.directory.AccountChanged;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.NewCases;
import dev.latchkey.recovery.RecoveryEngine;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whoever changes an account lets its holder know, in the transaction of the change (R13, R23). */
@Component
class AccountChanges {
  private final AccountDirectory directory;
  private final NewCases newCases;
  private final Notices notices;
  private final RecoveryEngine engine;
  private final AuditLog audit;

  AccountChanges(
      AccountDirectory directory,
      NewCases newCases,
      Notices notices,
      RecoveryEngine engine,
      AuditLog audit) {
    this.directory = directory;
    this.newCases = newCases;
    this.notices = notices;
    this.engine = engine;
    this.audit = audit;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void on(AccountChanged changed) {
    newCases.forChange(changed, directory.findById(changed.accountId()).orElseThrow().locale());
    notices.tellOfChange(changed);
    engine.start(changed.changeId(), CasePurpose.ACCOUNT_CHANGE);
    audit.record(
        changed.changeId(), "account-holder", "account-change", changed.change().key(), null);
  }
}
