package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import dev.latchkey.review.Masks;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Takes what staff fill in into our own forms out of the command that completes the task, so that
 * it is never a variable: neither of the task, nor in the engine's history, whatever history level
 * is set and whether or not the client called it transient. The steps of the command read it as
 * {@link SubmittedValues}.
 *
 * <p>What leads found out about a suspected takeover is recorded here, in the same transaction;
 * reviewers' decisions are recorded by their process.
 */
final class StaffFormInterceptor extends CommandInterceptor {
  private static final int LONGEST_NOTE = 2000;
  private static final String ACTION = "look-into-takeover";
  private static final String FINDINGS = "false-alarm|takeover-prevented|takeover-happened";

  private final ObjectProvider<AuditLog> audit;

  StaffFormInterceptor(ObjectProvider<AuditLog> audit) {
    this.audit = audit;
  }

  @Override
  public <T> T execute(Command<T> command) {
    Optional<String> field = field(command);
    if (field.isEmpty()) {
      return next.execute(command);
    }
    DirectFieldAccessor completion = new DirectFieldAccessor(command);
    TaskEntity task = task((String) completion.getPropertyValue("taskId"));
    Optional<StaffForm> form = Optional.ofNullable(task).flatMap(StaffForm::of);
    if (form.isEmpty()) {
      return next.execute(command);
    }
    Map<String, Object> values = values((Map<?, ?>) completion.getPropertyValue(field.get()));
    completion.setPropertyValue(field.get(), Variables.createVariables());
    if (form.get() == StaffForm.TAKEOVER) {
      record(task, values);
    }
    return SubmittedValues.during(values, () -> next.execute(command));
  }

  /** Where a command that completes a task keeps what was sent along; empty for any other. */
  private static Optional<String> field(Command<?> command) {
    if (command instanceof CompleteTaskCmd) {
      return Optional.of("variables");
    }
    return command instanceof SubmitTaskFormCmd ? Optional.of("properties") : Optional.empty();
  }

  private static TaskEntity task(String id) {
    return id == null ? null : Context.getCommandContext().getTaskManager().findTaskById(id);
  }

  /** What is serialised is left alone: none of our forms has such a field. */
  private static Map<String, Object> values(Map<?, ?> sent) {
    Map<String, Object> values = new HashMap<>();
    if (sent instanceof VariableMap typed) {
      typed.keySet().forEach(name -> values.put(name, plain(typed.getValueTyped(name))));
    } else if (sent != null) {
      sent.forEach((name, value) -> values.put((String) name, value));
    }
    return values;
  }

  private static Object plain(TypedValue value) {
    return value == null || value instanceof SerializableValue ? value : value.getValue();
  }

  /** The application itself finds nothing out. */
  private void record(TaskEntity task, Map<String, Object> values) {
    CommandContext context = Context.getCommandContext();
    String person = context.getAuthenticatedUserId();
    if (person == null || !context.isAuthorizationCheckEnabled()) {
      return;
    }
    if (!values.keySet().stream().allMatch(StaffForm.TAKEOVER::knows)) {
      throw new RefusedDecision("The form has a finding and a note, and nothing else.");
    }
    String finding = Objects.toString(values.get(StaffForm.FINDING), "");
    if (!finding.matches(FINDINGS)) {
      throw new RefusedDecision("Choose what you found out.");
    }
    String note = Objects.toString(values.get(StaffForm.NOTE), "");
    if (note.length() > LONGEST_NOTE) {
      throw new RefusedDecision("Write at most " + LONGEST_NOTE + " characters into the note.");
    }
    audit
        .getObject()
        .record(
            task.getProcessInstance().getBusinessKey(),
            person,
            ACTION,
            finding,
            Masks.within(note));
  }
}
