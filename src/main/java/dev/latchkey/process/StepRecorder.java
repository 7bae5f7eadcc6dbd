package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.RecoveryMessage;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandContextListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Writes where the process waits into the case's row: the step, the messages that it subscribes to
 * at that moment, and when it moves on by itself. That is known when the engine's command is about
 * to end, in the same transaction; of several steps passed in one command the last one stands.
 */
class StepRecorder implements ExecutionListener {
  private final ObjectProvider<CaseStore> cases;
  private final String step;

  StepRecorder(ObjectProvider<CaseStore> cases, String step) {
    this.cases = cases;
    this.step = step;
  }

  @Override
  public void notify(DelegateExecution execution) {
    register(new Writer((ExecutionEntity) execution, null));
  }

  /**
   * Writes an own step, which offers its form.
   *
   * @param more writes what else there is of it, with the id of the case
   */
  void record(ExecutionEntity execution, Consumer<String> more) {
    register(new Writer(execution, more));
  }

  private static void register(CommandContextListener writer) {
    Context.getCommandContext().registerCommandContextListener(writer);
  }

  private final class Writer implements CommandContextListener {
    private final ExecutionEntity execution;
    private final Consumer<String> more;

    Writer(ExecutionEntity execution, Consumer<String> more) {
      this.execution = execution;
      this.more = more;
    }

    @Override
    public void onCommandContextClose(CommandContext context) {
      if (execution.isEnded() || execution.isCanceled()) {
        return;
      }
      Waiting waiting = Waiting.of(execution);
      Set<RecoveryMessage> offers = EnumSet.copyOf(waiting.offers());
      String caseId = execution.getProcessBusinessKey();
      if (more != null) {
        offers.add(RecoveryMessage.FORM_FILLED);
        more.accept(caseId);
      }
      cases.getObject().writeStep(caseId, step, offers, waiting.due());
    }

    @Override
    public void onCommandFailed(CommandContext context, Throwable failure) {
      // the transaction is rolled back: there is no step to write
    }
  }
}
