package dev.latchkey.process;

import dev.latchkey.proof.LoginRequest;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryCase;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ask other devices: makes a login request; a decoy gets a number to show as well. */
@Component
class AskOtherDevicesDelegate implements JavaDelegate {
  private final CaseStore cases;
  private final LoginRequests loginRequests;

  AskOtherDevicesDelegate(CaseStore cases, LoginRequests loginRequests) {
    this.cases = cases;
    this.loginRequests = loginRequests;
  }

  @Override
  public void execute(DelegateExecution execution) {
    RecoveryCase asking = cases.byId(execution.getProcessBusinessKey()).orElseThrow();
    LoginRequest request = open(asking);
    cases.writeWay(asking.id(), Way.LOGIN_REQUEST, false);
    cases.writeApprovalNumber(asking.id(), request.number());
  }

  private LoginRequest open(RecoveryCase asking) {
    return asking.purpose() == CasePurpose.SIGN_IN
        ? loginRequests.openAtSignIn(
            asking.id(), asking.accountId(), asking.device(), asking.network())
        : loginRequests.open(asking.id(), asking.accountId(), asking.device(), asking.network());
  }
}
