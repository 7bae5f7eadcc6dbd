package dev.latchkey.process;

import dev.latchkey.messaging.MessageRetention;
import dev.latchkey.recovery.CaseTraces;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
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
  private final JdbcClient jdbc;
  private final HistoryService history;
  private final MessageRetention messages;

  EngineCaseTraces(JdbcClient jdbc, HistoryService history, MessageRetention messages) {
    this.jdbc = jdbc;
    this.history = history;
    this.messages = messages;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> remove(List<String> caseIds) {
    Set<String> running = new HashSet<>(running(caseIds));
    List<HistoricProcessInstance> instances =
        history
            .createHistoricProcessInstanceQuery()
            .processInstanceBusinessKeyIn(caseIds.toArray(String[]::new))
            .unlimitedList();
    instances.stream()
        .filter(instance -> instance.getEndTime() == null)
        .map(HistoricProcessInstance::getBusinessKey)
        .forEach(running::add);
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

  /**
   * Not asked of the history alone, which the engine may have cleaned up under a living process.
   */
  private Set<String> running(List<String> caseIds) {
    return Set.copyOf(
        jdbc.sql(
                "select distinct business_key_ from act_ru_execution where business_key_ in (:ids)")
            .param("ids", caseIds)
            .query(String.class)
            .list());
  }

  private void removeHistory(List<String> instances) {
    if (!instances.isEmpty()) {
      history.deleteHistoricProcessInstancesIfExists(instances);
    }
  }
}
