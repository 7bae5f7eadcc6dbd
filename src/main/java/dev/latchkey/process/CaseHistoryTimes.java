package dev.latchkey.process;

import java.util.Date;
import org.camunda.bpm.engine.impl.history.DefaultHistoryRemovalTimeProvider;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;

/**
 * When the engine removes history by itself: of a case never, because it goes with its case. The
 * engine would count from the beginning and could take the history of a long case before its end.
 * Everything else goes after the time that its diagram says. Called processes follow their caller.
 */
class CaseHistoryTimes extends DefaultHistoryRemovalTimeProvider {
  @Override
  public Date calculateRemovalTime(
      HistoricProcessInstanceEventEntity instance, ProcessDefinition definition) {
    return CamundaRecoveryEngine.isOfCase(definition.getKey())
        ? null
        : super.calculateRemovalTime(instance, definition);
  }
}
