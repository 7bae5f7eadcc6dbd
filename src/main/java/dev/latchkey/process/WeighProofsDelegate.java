package dev.latchkey.process;

import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.ProofRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Weigh proofs: asks the ledger, not the path taken. */
@Component
class WeighProofsDelegate implements JavaDelegate {
  private final ProofLedger ledger;

  WeighProofsDelegate(ProofLedger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean secondFactor =
        Boolean.TRUE.equals(execution.getVariable(RecoveryVariables.SECOND_FACTOR));
    int missing = ProofRule.missing(secondFactor, ledger.of(execution.getProcessBusinessKey()));
    execution.getProcessInstance().setVariable(RecoveryVariables.ENOUGH_PROOF, missing == 0);
  }
}
