package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteGroupCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Records what staff change in the engine: staff, groups, rights, lists, diagrams, who works on
 * what (R23). In the same transaction, so there is no change without its record. The engine's own
 * log of that would need its full history, which costs far more and can be deleted.
 */
final class StaffChangeInterceptor extends CommandInterceptor {
  private static final Map<Class<?>, Change> CHANGES =
      Map.ofEntries(
          change(SaveUserCmd.class, "save-user", "user.id"),
          change(DeleteUserCmd.class, "delete-user", "userId"),
          change(UnlockUserCmd.class, "unlock-user", "userId"),
          change(SaveGroupCmd.class, "save-group", "group.id"),
          change(DeleteGroupCmd.class, "delete-group", "groupId"),
          change(CreateMembershipCmd.class, "join-group", "userId", "groupId"),
          change(DeleteMembershipCmd.class, "leave-group", "userId", "groupId"),
          change(
              SaveAuthorizationCmd.class,
              "save-right",
              "authorization.id",
              "authorization.groupId",
              "authorization.userId",
              "authorization.resourceType",
              "authorization.resourceId",
              "authorization.permissions"),
          change(DeleteAuthorizationCmd.class, "delete-right", "authorizationId"),
          change(SaveFilterCmd.class, "save-list", "filter.id", "filter.name"),
          change(DeleteFilterCmd.class, "delete-list", "filterId"),
          change(DeployCmd.class, "deploy", "deploymentBuilder.deployment.id"),
          change(DeleteDeploymentCmd.class, "delete-deployment", "deploymentId"),
          change(SetJobRetriesCmd.class, "retry-job", "jobId"),
          change(ClaimTaskCmd.class, "claim-task", "taskId", "userId"),
          change(AssignTaskCmd.class, "assign-task", "taskId", "userId"));

  private final ObjectProvider<AuditLog> audit;

  StaffChangeInterceptor(ObjectProvider<AuditLog> audit) {
    this.audit = audit;
  }

  /** What is recorded of a command: an action, and these fields of it as detail. */
  private record Change(String action, List<String> fields) {
    String detailOf(Command<?> command) {
      DirectFieldAccessor read = new DirectFieldAccessor(command);
      return fields.stream()
          .map(read::getPropertyValue)
          .filter(Objects::nonNull)
          .map(Object::toString)
          .collect(Collectors.joining(" "));
    }
  }

  private static Map.Entry<Class<?>, Change> change(
      Class<?> command, String action, String... fields) {
    return Map.entry(command, new Change(action, List.of(fields)));
  }

  @Override
  public <T> T execute(Command<T> command) {
    T result = next.execute(command);
    CommandContext context = Context.getCommandContext();
    Change change = CHANGES.get(command.getClass());
    String person = context.getAuthenticatedUserId();
    if (change != null && person != null && context.isAuthorizationCheckEnabled()) {
      audit
          .getObject()
          .record(
              caseOf(command, context), person, change.action(), "done", change.detailOf(command));
    }
    return result;
  }

  /** The case that a task belongs to, or null. */
  private static String caseOf(Command<?> command, CommandContext context) {
    if (!(command instanceof ClaimTaskCmd || command instanceof AssignTaskCmd)) {
      return null;
    }
    String id = (String) new DirectFieldAccessor(command).getPropertyValue("taskId");
    TaskEntity task = context.getTaskManager().findTaskById(id);
    return task == null || task.getProcessInstance() == null
        ? null
        : task.getProcessInstance().getBusinessKey();
  }
}
