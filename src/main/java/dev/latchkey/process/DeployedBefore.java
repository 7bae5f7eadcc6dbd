package dev.latchkey.process;

import dev.latchkey.process.guard.Elsewhere;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/** What the engine holds already; asked while it deploys, within the same transaction. */
final class DeployedBefore implements Elsewhere {

  @Override
  public Optional<byte[]> process(String id) {
    return file(engine().getProcessDefinitionManager().findLatestProcessDefinitionByKey(id));
  }

  @Override
  public boolean decision(String id) {
    return engine().getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id) != null;
  }

  @Override
  public Optional<byte[]> form(String id) {
    return file(engine().getCamundaFormDefinitionManager().findLatestDefinitionByKey(id));
  }

  private static CommandContext engine() {
    return Context.getCommandContext();
  }

  /** What it was deployed from; empty for null. */
  private static Optional<byte[]> file(ResourceDefinition deployed) {
    return Optional.ofNullable(deployed)
        .map(
            found ->
                engine()
                    .getResourceManager()
                    .findResourceByDeploymentIdAndResourceName(
                        found.getDeploymentId(), found.getResourceName())
                    .getBytes());
  }
}
