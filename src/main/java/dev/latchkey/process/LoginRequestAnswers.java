package dev.latchkey.process;

import dev.latchkey.proof.LoginRequestAnswered;
import dev.latchkey.recovery.RecoveryEngine;
import dev.latchkey.recovery.RecoveryMessage;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Wakes whoever waits for a login request, in the transaction of the answer. */
@Component
class LoginRequestAnswers {
  private final RecoveryEngine engine;

  LoginRequestAnswers(RecoveryEngine engine) {
    this.engine = engine;
  }

  @EventListener
  void on(LoginRequestAnswered answered) {
    engine.deliver(answered.caseId(), RecoveryMessage.LOGIN_REQUEST_ANSWERED, Map.of());
  }
}
