package dev.latchkey.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Lets no staff fill in an own step, whatever their rights: only on the person's page and in the
 * REST interface are its answers checked. Not a bean: no diagram can name it.
 */
final class OnlyTheAccountHolder implements TaskListener {

  @Override
  public void notify(DelegateTask task) {
    if (Context.getCommandContext().getAuthenticatedUserId() != null) {
      throw new RefusedDecision("Only the account holder can fill this in, on their page.");
    }
  }
}
