package dev.latchkey.process;

import dev.latchkey.process.guard.Finding;
import dev.latchkey.process.guard.Rule;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.springframework.beans.DirectFieldAccessor;

/**
 * Refuses what can be said of a deployment beside its files and would stop every recovery: a
 * tenant, because the engine then finds two processes of one name and starts neither, and a later
 * begin, because the newest version stays closed until then. Nobody but the application deploys
 * under its name, by which it knows at a start what it brought along.
 */
final class DeploymentRulesInterceptor extends CommandInterceptor {
  private static final String FILES = "deployment";

  @Override
  public <T> T execute(Command<T> command) {
    if (command instanceof DeployCmd) {
      Object builder = new DirectFieldAccessor(command).getPropertyValue("deploymentBuilder");
      check((DeploymentBuilderImpl) builder);
    } else if (command instanceof DeleteDeploymentCmd) {
      checkDelete(Context.getCommandContext());
    }
    return next.execute(command);
  }

  /** The engine lets everybody delete what they deployed, with all that runs on it. */
  private static void checkDelete(CommandContext context) {
    List<String> groups = context.getAuthenticatedGroupIds();
    boolean admin = groups != null && groups.contains(Groups.CAMUNDA_ADMIN);
    boolean staff = context.getAuthenticatedUserId() != null;
    if (staff && context.isAuthorizationCheckEnabled() && !admin) {
      throw new AuthorizationException(
          "Deployments are deleted by administrators: recoveries may run on them.");
    }
  }

  private static void check(DeploymentBuilderImpl deployment) {
    List<Finding> findings = new ArrayList<>();
    String tenant = deployment.getDeployment().getTenantId();
    if (tenant != null && !tenant.isEmpty()) {
      findings.add(
          finding("It is for a tenant, and there are none here", "Leave the tenant ID empty"));
    }
    if (deployment.getProcessDefinitionsActivationDate() != null) {
      findings.add(
          finding(
              "It would begin later, and until then no recovery could",
              "Deploy it when it is wanted"));
    }
    boolean staff = Context.getCommandContext().getAuthenticatedUserId() != null;
    if (staff && ProcessDeployment.NAME.equals(deployment.getDeployment().getSource())) {
      findings.add(
          finding(
              "Its source is named like the application itself",
              "Name the program that deploys it, or nothing"));
    }
    if (!findings.isEmpty()) {
      throw new RefusedDeployment(findings);
    }
  }

  private static Finding finding(String problem, String remedy) {
    return new Finding(Rule.DEPLOYMENT, FILES, 0, "", "", problem, remedy, List.of());
  }
}
