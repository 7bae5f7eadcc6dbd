package dev.latchkey.process;

import dev.latchkey.messaging.Purpose;
import dev.latchkey.proof.Proof;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.ProofRule;
import dev.latchkey.proof.SecondFactorRule;
import dev.latchkey.recovery.CasePurpose;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Weigh proofs: asks the ledger, not the path taken. Of the first of two proofs the account holder
 * is told (R13), once: somebody may be half way in.
 */
@Component
class WeighProofsDelegate implements JavaDelegate {
  private final ProofLedger ledger;
  private final Notices notices;

  WeighProofsDelegate(ProofLedger ledger, Notices notices) {
    this.ledger = ledger;
    this.notices = notices;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    List<Proof> proofs = ledger.of(caseId);
    boolean enough = enough(execution, proofs);
    boolean first =
        !enough
            && !proofs.isEmpty()
            && notices.tellAccountHolderOnce(caseId, Purpose.PROOF_ACCEPTED);
    DelegateExecution whole = execution.getProcessInstance();
    whole.setVariable(RecoveryVariables.ENOUGH_PROOF, enough);
    whole.setVariable(RecoveryVariables.FIRST_PROOF, first);
  }

  private static boolean enough(DelegateExecution execution, List<Proof> proofs) {
    if (CasePurpose.SIGN_IN.key().equals(execution.getVariable(RecoveryVariables.PURPOSE))) {
      return SecondFactorRule.shown(proofs);
    }
    boolean secondFactor =
        Boolean.TRUE.equals(execution.getVariable(RecoveryVariables.SECOND_FACTOR));
    return ProofRule.missing(secondFactor, proofs) == 0;
  }
}
