package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.OwnStep;
import dev.latchkey.recovery.RecoveryCase;
import dev.latchkey.recovery.RecoveryMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/**
 * Writes a case's row anew after its process was moved to another version: the diagram may offer
 * other messages at the same place, and call the step by another name. Nothing is written where
 * nothing changed, so that an answer that a person just types still counts. Joins the caller's
 * transaction.
 */
@Component
class StepRefresh {
  private final ProcessEngine engine;
  private final RuntimeService runtime;
  private final CaseStore cases;

  StepRefresh(ProcessEngine engine, RuntimeService runtime, CaseStore cases) {
    this.engine = engine;
    this.runtime = runtime;
    this.cases = cases;
  }

  /** Does nothing for a case that has ended. */
  void of(String caseId) {
    cases.byId(caseId).filter(RecoveryCase::open).ifPresent(this::refresh);
  }

  private void refresh(RecoveryCase recovery) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    Command<Void> command =
        context -> {
          waitingAt(recovery, context).ifPresent(place -> write(recovery, place));
          return null;
        };
    configuration.getCommandExecutorTxRequired().execute(command);
  }

  /** Of several places at once the one that the row names, which was reached last. */
  private Optional<ExecutionEntity> waitingAt(RecoveryCase recovery, CommandContext context) {
    List<ExecutionEntity> places =
        runtime
            .createProcessInstanceQuery()
            .processInstanceBusinessKey(recovery.id())
            .list()
            .stream()
            .map(ProcessInstance::getId)
            .flatMap(
                id -> context.getExecutionManager().findExecutionsByProcessInstanceId(id).stream())
            .filter(execution -> step(execution) != null)
            .toList();
    return places.size() == 1
        ? Optional.of(places.get(0))
        : places.stream().filter(place -> recovery.step().equals(step(place))).findFirst();
  }

  /** Null where no person waits. */
  private static String step(ExecutionEntity execution) {
    return execution.getActivityId() == null || execution.getActivity() == null
        ? null
        : own(execution)
            ? OwnStep.KEY
            : (String) execution.getActivity().getProperty(StepParseListener.STEP);
  }

  private static boolean own(ExecutionEntity execution) {
    return Boolean.TRUE.equals(execution.getActivity().getProperty(StepParseListener.OWN_STEP));
  }

  private void write(RecoveryCase recovery, ExecutionEntity place) {
    Waiting now = Waiting.of(place);
    if (own(place)) {
      // No subscription of the engine tells of the form
      now.offers().add(RecoveryMessage.FORM_FILLED);
    }
    boolean same =
        step(place).equals(recovery.step())
            && now.offers().equals(recovery.offers())
            && Objects.equals(millis(now.due()), millis(recovery.dueAt()));
    if (!same) {
      cases.writeStep(recovery.id(), step(place), now.offers(), now.due());
    }
  }

  private static Instant millis(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MILLIS);
  }
}
