package dev.latchkey.process;

import dev.latchkey.recovery.RecoveryMessage;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;

/**
 * What an execution waits for, itself or above it; to be asked within a command of the engine.
 *
 * @param offers messages that it or one above it subscribes to
 * @param due when it moves on by itself, UTC; null if it does not
 */
record Waiting(Set<RecoveryMessage> offers, Instant due) {

  static Waiting of(ExecutionEntity execution) {
    Set<RecoveryMessage> offers = EnumSet.noneOf(RecoveryMessage.class);
    Instant due = null;
    for (ExecutionEntity at = execution; at != null; at = above(at)) {
      collectOffers(at, offers);
      due = earlier(due, at);
    }
    return new Waiting(offers, due);
  }

  private static ExecutionEntity above(ExecutionEntity execution) {
    return execution.getParent() != null ? execution.getParent() : execution.getSuperExecution();
  }

  private static void collectOffers(ExecutionEntity execution, Set<RecoveryMessage> offers) {
    for (EventSubscriptionEntity subscription : execution.getEventSubscriptions()) {
      RecoveryMessage.ofName(subscription.getEventName())
          .filter(RecoveryMessage::offered)
          .ifPresent(offers::add);
    }
  }

  private static Instant earlier(Instant due, ExecutionEntity execution) {
    Instant earliest = due;
    for (JobEntity job : execution.getJobs()) {
      Date duedate = job instanceof TimerEntity ? job.getDuedate() : null;
      if (duedate != null && (earliest == null || duedate.toInstant().isBefore(earliest))) {
        earliest = duedate.toInstant();
      }
    }
    return earliest;
  }
}
