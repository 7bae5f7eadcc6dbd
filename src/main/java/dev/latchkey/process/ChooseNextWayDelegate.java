package dev.latchkey.process;

import dev.latchkey.proof.CheckOutcome;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.Submitted;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Choose next way: goes on to the next way and tells the page why. */
@Component
class ChooseNextWayDelegate implements JavaDelegate {
  /** Outcome of a support review that counts as a proof. */
  private static final String APPROVED = "approved";

  private final CaseStore cases;
  private final ProofLedger ledger;
  private final LoginRequests loginRequests;

  ChooseNextWayDelegate(CaseStore cases, ProofLedger ledger, LoginRequests loginRequests) {
    this.cases = cases;
    this.ledger = ledger;
    this.loginRequests = loginRequests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    Set<Way> tried = EnumSet.noneOf(Way.class);
    tried.addAll(ways(execution, RecoveryVariables.TRIED_WAYS));
    Way next =
        WayChooser.next(
            ways(execution, RecoveryVariables.WAY_ORDER),
            tried,
            way(execution, RecoveryVariables.WAY),
            way(execution, Submitted.CHOSEN_WAY),
            ledger.of(caseId));
    tried.add(next);
    loginRequests.closeAll(caseId);
    reason(execution).ifPresent(notice -> cases.writeNotice(caseId, notice));
    cases.writeWay(caseId, next, false);
    DelegateExecution recovery = execution.getProcessInstance();
    recovery.setVariable(RecoveryVariables.WAY, next.key());
    recovery.setVariable(RecoveryVariables.TRIED_WAYS, WayList.text(tried));
    forget(recovery, execution);
  }

  /** Why the way before ended; empty where the page knows already, or nothing ended. */
  private static Optional<String> reason(DelegateExecution execution) {
    String outcome = (String) execution.getVariable(RecoveryVariables.OUTCOME);
    String check = (String) execution.getVariable(RecoveryVariables.CHECK_OUTCOME);
    boolean first = execution.getVariable(RecoveryVariables.WAY) == null;
    if (first
        || Notice.LIMITED.equals(outcome)
        || CheckOutcomes.word(CheckOutcome.EXHAUSTED).equals(check)) {
      return Optional.empty();
    }
    String accepted = CheckOutcomes.word(CheckOutcome.ACCEPTED);
    if (accepted.equals(outcome) || accepted.equals(check) || APPROVED.equals(outcome)) {
      return Optional.of(Notice.PROOF_MISSING);
    }
    return Optional.of(outcome == null ? Notice.LEFT : outcome);
  }

  private static void forget(DelegateExecution recovery, DelegateExecution execution) {
    for (String name :
        List.of(RecoveryVariables.OUTCOME, RecoveryVariables.CHECK_OUTCOME, Submitted.CHOSEN_WAY)) {
      recovery.removeVariable(name);
      execution.removeVariable(name);
    }
  }

  private static Way way(DelegateExecution execution, String variable) {
    return Way.ofKey((String) execution.getVariable(variable)).orElse(null);
  }

  private static List<Way> ways(DelegateExecution execution, String variable) {
    return WayList.read((String) execution.getVariable(variable));
  }
}
