package dev.latchkey.process;

import dev.latchkey.messaging.MessageRetention;
import dev.latchkey.recovery.CaseTraces;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The engine's history of a case, whose id is the business key of all its instances, and its
 * messages. A case whose process stands still at its end, say because a notice cannot be sent,
 * stays until somebody has looked into that.
 */
@Component
class EngineCaseTraces implements CaseTraces {
  private final HistoryService history;
  private final MessageRetention messages;

  EngineCaseTraces(HistoryService history, MessageRetention messages) {
    this.history = history;
    this.messages = messages;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> remove(List<String> caseIds) {
    List<HistoricProcessInstance> instances =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKeyIn(caseIds.toArray(String[]::new))
            .unlimitedList();
    Set<String> running =
        instances.stream()
            .filter(instance -> instance.getEndTime() == null)
            .map(HistoricProcessInstance::getBusinessKey)
            .collect(Collectors.toSet());
    List<String> over = caseIds.stream().filter(id -> !running.contains(id)).toList();
    removeHistory(
        instances.stream()
            .filter(instance -> !running.contains(instance.getBusinessKey()))
            .map(HistoricProcessInstance::getId)
            .toList());
    if (!over.isEmpty()) {
      messages.removeOf(over);
    }
    return over;
  }

  private void removeHistory(List<String> instances) {
    if (!instances.isEmpty()) {
      history.deleteHistoricProcessInstancesIfExists(instances);
    }
  }
}
