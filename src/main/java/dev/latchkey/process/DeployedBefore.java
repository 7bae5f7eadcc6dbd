package dev.latchkey.process;

import dev.latchkey.process.guard.Elsewhere;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** What the engine holds already; asked while it deploys, within the same transaction. */
final class DeployedBefore implements Elsewhere {

  @Override
  public Optional<byte[]> process(String id) {
    CommandContext engine = Context.getCommandContext();
    return Optional.ofNullable(
            engine.getProcessDefinitionManager().findLatestProcessDefinitionByKey(id))
        .map(
            found ->
                engine
                    .getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(
                        found.getDeploymentId(), found.getResourceName())
                    .getBytes());
  }

  @Override
  public boolean decision(String id) {
    return Context.getCommandContext()
            .getDecisionDefinitionManager()
            .findLatestDecisionDefinitionByKey(id)
        != null;
  }

  @Override
  public Optional<byte[]> form(String id) {
    CommandContext engine = Context.getCommandContext();
    return Optional.ofNullable(
            engine.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id))
        .map(
            found ->
                engine
                    .getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(
                        found.getDeploymentId(), found.getResourceName())
                    .getBytes());
  }
}
