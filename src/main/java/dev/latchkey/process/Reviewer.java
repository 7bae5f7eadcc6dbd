package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who acts: the staff login that the engine authenticated for this request. */
final class Reviewer {
  private Reviewer() {}

  /** The login, or null if nobody is signed in. */
  static String current(DelegateExecution execution) {
    Authentication authentication =
        execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    return authentication == null ? null : authentication.getUserId();
  }
}
