package dev.latchkey.process;

import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * Which steps of a process the engine keeps a history of: those at which it waits for a person, for
 * staff, for another process or for time, and how it ended. What it passes in between, gateways and
 * work that is done in a moment, is most of the rows that a recovery would write, and nobody reads
 * it: what happened stands in our own tables.
 *
 * <p>Goes by the name and number of the engine's level {@code activity}, which it narrows, so that
 * databases of either open with the other.
 */
final class LeanHistory extends HistoryLevelActivity {
  private static final Set<HistoryEventTypes> OF_ACTIVITIES =
      Set.of(
          HistoryEventTypes.ACTIVITY_INSTANCE_START,
          HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_END);

  private static final Set<String> KEPT =
      Set.of(
          ActivityTypes.TASK_USER_TASK,
          ActivityTypes.TASK_RECEIVE_TASK,
          ActivityTypes.GATEWAY_EVENT_BASED,
          ActivityTypes.CALL_ACTIVITY,
          ActivityTypes.INTERMEDIATE_EVENT_TIMER);

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    return super.isHistoryEventProduced(type, entity)
        && (!OF_ACTIVITIES.contains(type)
            || !(entity instanceof ExecutionEntity execution)
            || kept(execution));
  }

  private static boolean kept(ExecutionEntity execution) {
    ActivityImpl activity = execution.getActivity();
    return activity == null
        || KEPT.contains((String) activity.getProperty("type"))
        || endsProcess(activity);
  }

  private static boolean endsProcess(ActivityImpl activity) {
    return activity.getFlowScope() == activity.getProcessDefinition()
        && activity.getOutgoingTransitions().isEmpty();
  }
}
