package dev.latchkey.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.task.listener.DelegateExpressionTaskListener;

/**
 * Forms of ours that staff fill in. Their texts are about people, and no business of the engine.
 */
enum StaffForm {
  /** The case file, in whatever form: told by the listener that judges the decision. */
  REVIEW,
  /** What leads found out after "this wasn't me". */
  TAKEOVER;

  static final String DECISION = "decision";
  static final String REASON = "reason";
  static final String NOTE = "note";
  static final String QUESTIONS = "questions";
  static final String CHALLENGE = "challenge";
  static final String FINDING = "finding";

  private static final Set<String> OF_REVIEW = Set.of(DECISION, REASON, NOTE, QUESTIONS, CHALLENGE);
  private static final Set<String> OF_TAKEOVER = Set.of(FINDING, NOTE);
  private static final String RULES = "${reviewRulesListener}";
  private static final String TAKEOVER_FORM = "LookIntoTakeover";

  /** Whether the form has a field of this name. */
  boolean knows(String field) {
    return (this == REVIEW ? OF_REVIEW : OF_TAKEOVER).contains(field);
  }

  /** The form of this task; empty for tasks of others, analysts' own among them. */
  static Optional<StaffForm> of(TaskEntity task) {
    TaskDefinition definition = task.getTaskDefinition();
    if (definition == null) {
      return Optional.empty();
    }
    if (judged(definition)) {
      return Optional.of(REVIEW);
    }
    Expression form = definition.getCamundaFormDefinitionKey();
    return form != null && TAKEOVER_FORM.equals(form.getExpressionText())
        ? Optional.of(TAKEOVER)
        : Optional.empty();
  }

  private static boolean judged(TaskDefinition definition) {
    List<TaskListener> listeners =
        definition.getTaskListenersForEvent(TaskListener.EVENTNAME_COMPLETE);
    return Objects.requireNonNullElse(listeners, List.<TaskListener>of()).stream()
        .filter(DelegateExpressionTaskListener.class::isInstance)
        .map(DelegateExpressionTaskListener.class::cast)
        .anyMatch(listener -> RULES.equals(listener.getExpressionText()));
  }
}
