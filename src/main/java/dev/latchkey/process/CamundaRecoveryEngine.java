package dev.latchkey.process;

import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.ConcurrentChange;
import dev.latchkey.recovery.RecoveryEngine;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.Submitted;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * {@link RecoveryEngine} on Camunda: the case id is the business key of every instance of a case.
 */
@Component
class CamundaRecoveryEngine implements RecoveryEngine {
  private static final Map<CasePurpose, String> PROCESSES =
      Map.of(
          CasePurpose.PASSWORD, "AccountRecoveryProcess",
          CasePurpose.SECOND_FACTOR, "AccountRecoveryProcess",
          CasePurpose.SIGN_IN, "SignInProcess",
          CasePurpose.NEW_ADDRESS, "AddressConfirmationProcess",
          CasePurpose.ACCOUNT_CHANGE, "AccountChangeProcess");

  private final RuntimeService runtime;
  private final OwnStepTasks ownSteps;

  CamundaRecoveryEngine(RuntimeService runtime, OwnStepTasks ownSteps) {
    this.runtime = runtime;
    this.ownSteps = ownSteps;
  }

  /** Whether a case begins with this process. */
  static boolean isOfCase(String processKey) {
    return PROCESSES.containsValue(processKey);
  }

  @Override
  public void start(String caseId, CasePurpose purpose) {
    runtime.startProcessInstanceByKey(PROCESSES.get(purpose), caseId);
  }

  @Override
  public boolean deliver(String caseId, RecoveryMessage message, Map<String, Object> submitted) {
    try {
      return message == RecoveryMessage.FORM_FILLED
          ? ownSteps.complete(caseId, submitted)
          : correlate(caseId, message, submitted);
    } catch (OptimisticLockingException moved) {
      throw new ConcurrentChange(moved);
    }
  }

  /**
   * Not {@code correlate}: finding nobody is an outcome, an exception would doom the transaction.
   */
  private boolean correlate(String caseId, RecoveryMessage message, Map<String, Object> submitted) {
    MessageCorrelationBuilder correlation =
        runtime
            .createMessageCorrelation(message.messageName())
            .processInstanceBusinessKey(caseId)
            .setVariables(chosenWay(submitted));
    return !SubmittedValues.during(submitted, correlation::correlateAllWithResult).isEmpty();
  }

  @Override
  public boolean awaits(String caseId, RecoveryMessage message) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list().stream()
        .map(instance -> instance.getProcessInstanceId())
        .anyMatch(
            id ->
                runtime
                        .createEventSubscriptionQuery()
                        .processInstanceId(id)
                        .eventName(message.messageName())
                        .count()
                    > 0);
  }

  /** The one submitted value that gateways may ask for. */
  private static VariableMap chosenWay(Map<String, Object> submitted) {
    VariableMap variables = Variables.createVariables();
    if (submitted.get(Submitted.CHOSEN_WAY) instanceof String way) {
      variables.putValueTyped(Submitted.CHOSEN_WAY, Variables.stringValue(way));
    }
    return variables;
  }
}
