package dev.latchkey.process;

import dev.latchkey.proof.LoginRequest;
import dev.latchkey.proof.LoginRequestAnswered;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryEngine;
import dev.latchkey.recovery.RecoveryMessage;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Wakes whoever waits for a login request, in the transaction of the answer. To a guest a denial
 * looks like no answer at all, since it would tell that somebody is there to deny; whoever has
 * shown the password is told.
 */
@Component
class LoginRequestAnswers {
  private final CaseStore cases;
  private final LoginRequests loginRequests;
  private final RecoveryEngine engine;

  LoginRequestAnswers(CaseStore cases, LoginRequests loginRequests, RecoveryEngine engine) {
    this.cases = cases;
    this.loginRequests = loginRequests;
    this.engine = engine;
  }

  @EventListener
  void on(LoginRequestAnswered answered) {
    if (!askedByGuest(answered.caseId()) || approved(answered.caseId())) {
      engine.deliver(answered.caseId(), RecoveryMessage.LOGIN_REQUEST_ANSWERED, Map.of());
    }
  }

  private boolean askedByGuest(String caseId) {
    return cases.byId(caseId).orElseThrow().purpose().recovers();
  }

  private boolean approved(String caseId) {
    return loginRequests
        .ofCase(caseId)
        .filter(request -> request.state() == LoginRequest.State.APPROVED)
        .isPresent();
  }
}
