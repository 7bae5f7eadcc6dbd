package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.proof.CheckOutcome;
import dev.latchkey.proof.LoginRequest;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.ProofLedger;
import dev.latchkey.proof.Way;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Check approval: asks what was stored with the request, not who sent the message. */
@Component
class CheckApprovalDelegate implements JavaDelegate {
  static final String DENIED = "denied";
  static final String OPEN = "open";

  private final LoginRequests loginRequests;
  private final ProofLedger ledger;
  private final AuditLog audit;

  CheckApprovalDelegate(LoginRequests loginRequests, ProofLedger ledger, AuditLog audit) {
    this.loginRequests = loginRequests;
    this.ledger = ledger;
    this.audit = audit;
  }

  @Override
  public void execute(DelegateExecution execution) {
    String caseId = execution.getProcessBusinessKey();
    LoginRequest request = loginRequests.ofCase(caseId).orElseThrow();
    if (request.state() == LoginRequest.State.APPROVED) {
      ledger.record(caseId, Way.LOGIN_REQUEST, null);
    }
    if (request.state() != LoginRequest.State.OPEN) {
      audit.record(caseId, "account-holder", "login-request", word(request.state()), request.id());
    }
    execution
        .getProcessInstance()
        .setVariable(RecoveryVariables.CHECK_OUTCOME, word(request.state()));
  }

  private static String word(LoginRequest.State state) {
    return switch (state) {
      case APPROVED -> CheckOutcomes.word(CheckOutcome.ACCEPTED);
      case DENIED, CLOSED -> DENIED;
      case OPEN -> OPEN;
    };
  }
}
