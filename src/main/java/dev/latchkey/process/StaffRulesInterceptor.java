package dev.latchkey.process;

import dev.latchkey.process.guard.Guard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Whoever may work on a task may, for the engine, claim it in a colleague's name and complete it
 * unclaimed. Here a claim is one's own, and only the one who claimed a task ends it. Who may assign
 * tasks hands them over by that, never by claiming for another.
 *
 * <p>Jobs are for administrators; the engine asks nobody for a right to those that are its own.
 *
 * <p>What is written about people stands in our tables, not in the engine's history: staff write no
 * comments and attach nothing there. Tasks are completed, never left by an error.
 *
 * <p>The application itself, as long as no staff are known to the engine, is not asked.
 *
 * <p>Refuses by {@link AuthorizationException}, which the interfaces answer with 403; a password
 * that is too weak is a bad request.
 */
final class StaffRulesInterceptor extends CommandInterceptor {
  private static final List<Class<?>> ENDINGS =
      List.of(
          CompleteTaskCmd.class,
          SubmitTaskFormCmd.class,
          ResolveTaskCmd.class,
          HandleTaskBpmnErrorCmd.class,
          HandleTaskEscalationCmd.class);

  private static final List<Class<?>> ON_JOBS =
      List.of(
          SetJobRetriesCmd.class,
          SetJobDuedateCmd.class,
          SetJobPriorityCmd.class,
          RecalculateJobDuedateCmd.class,
          DeleteJobCmd.class,
          AbstractSetJobStateCmd.class,
          AbstractSetJobsRetriesBatchCmd.class);

  private static final List<Class<?>> TEXTS =
      List.of(
          AddCommentCmd.class,
          UpdateCommentCmd.class,
          CreateAttachmentCmd.class,
          SaveAttachmentCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    CommandContext context = Context.getCommandContext();
    String person = context.getAuthenticatedUserId();
    if (person != null && context.isAuthorizationCheckEnabled()) {
      check(command, person, context);
    }
    return next.execute(command);
  }

  private static void check(Command<?> command, String person, CommandContext context) {
    List<String> groups = context.getAuthenticatedGroupIds();
    boolean admin = groups != null && groups.contains(Groups.CAMUNDA_ADMIN);
    if (isOneOf(ON_JOBS, command) && !admin) {
      throw new AuthorizationException("Jobs are for administrators.");
    } else if (isOneOf(TEXTS, command)) {
      throw new AuthorizationException("Write it into the note of the form.");
    } else if (command instanceof SaveUserCmd) {
      checkUser(command, person, admin, context);
    } else if (command instanceof ClaimTaskCmd) {
      checkClaim(command, person, context);
    } else if (isOneOf(ENDINGS, command)) {
      checkEnding(command, person, context);
    }
  }

  private static void checkUser(
      Command<?> command, String person, boolean admin, CommandContext context) {
    UserEntity saved = (UserEntity) new DirectFieldAccessor(command).getPropertyValue("user");
    if (!admin && newMail(saved, person, context)) {
      throw new AuthorizationException("Your e-mail address is changed by an administrator.");
    }
    if (saved.hasNewPassword() && !saved.checkPasswordAgainstPolicy()) {
      throw new BadUserRequestException(StaffPasswordPolicy.SENTENCE);
    }
  }

  private static void checkEnding(Command<?> command, String person, CommandContext context) {
    TaskEntity task = task(command, context);
    if (task == null) {
      return;
    }
    if (!person.equals(task.getAssignee())) {
      throw new AuthorizationException("Claim the task before you decide it.");
    }
    boolean completes =
        command.getClass() == CompleteTaskCmd.class || command instanceof SubmitTaskFormCmd;
    if (!completes) {
      throw new AuthorizationException("Complete the task with its form.");
    }
    if (StaffForm.of(task).isEmpty()) {
      checkSent(command);
    }
  }

  /** Tasks that analysts drew for staff have forms of their own, but no say in what we decide. */
  private static void checkSent(Command<?> command) {
    String field = command instanceof CompleteTaskCmd ? "variables" : "properties";
    Map<?, ?> sent = (Map<?, ?>) new DirectFieldAccessor(command).getPropertyValue(field);
    if (sent != null && sent.keySet().stream().anyMatch(StaffRulesInterceptor::ours)) {
      throw new AuthorizationException("Send the fields of the task's form, and nothing else.");
    }
  }

  private static boolean ours(Object name) {
    return Guard.reserved((String) name);
  }

  /** The rule that nobody decides about their own household goes by it. */
  private static boolean newMail(User saved, String person, CommandContext context) {
    User kept = context.getReadOnlyIdentityProvider().findUserById(person);
    return kept == null
        || !Objects.equals(saved.getId(), person)
        || !Objects.equals(saved.getEmail(), kept.getEmail());
  }

  private static boolean isOneOf(List<Class<?>> kinds, Command<?> command) {
    return kinds.stream().anyMatch(kind -> kind.isInstance(command));
  }

  private static void checkClaim(Command<?> command, String person, CommandContext context) {
    String claimer = (String) new DirectFieldAccessor(command).getPropertyValue("userId");
    if (claimer != null && !claimer.equals(person)) {
      throw new AuthorizationException("Claim a task for yourself only.");
    }
    TaskEntity task = task(command, context);
    boolean free = task == null || task.getAssignee() == null;
    if (!free && !Objects.equals(task.getAssignee(), person)) {
      throw new AuthorizationException("A colleague has claimed this task.");
    }
  }

  private static TaskEntity task(Command<?> command, CommandContext context) {
    String id = (String) new DirectFieldAccessor(command).getPropertyValue("taskId");
    return id == null ? null : context.getTaskManager().findTaskById(id);
  }
}
