package dev.latchkey.process;

import dev.latchkey.process.guard.Finding;
import dev.latchkey.process.guard.Guard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Has the {@link Guard} look at all files of a new deployment before the engine does, and refuses
 * them together if one of them holds an error. Files deployed earlier were looked at then and load
 * as they are. Of what it lets pass it records who deployed it, and its warnings.
 */
final class DeploymentGuard implements Deployer {
  private static final Logger LOG = LoggerFactory.getLogger(DeploymentGuard.class);
  private final Guard guard = new Guard(BuildingBlocks.vocabulary(), new DeployedBefore());
  private final ObjectProvider<DeploymentRecords> records;

  DeploymentGuard(ObjectProvider<DeploymentRecords> records) {
    this.records = records;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    if (!deployment.isNew()) {
      return;
    }
    Map<String, byte[]> files = new TreeMap<>();
    deployment
        .getResources()
        .values()
        .forEach(resource -> files.put(resource.getName(), resource.getBytes()));
    List<Finding> findings = guard.check(files);
    if (findings.stream().anyMatch(finding -> finding.rule().error())) {
      throw new RefusedDeployment(findings);
    }
    for (Finding warning : findings) {
      LOG.warn("{}: {}", warning.place(), warning.message());
    }
    String by = Context.getCommandContext().getAuthenticatedUserId();
    records.getObject().insert(deployment.getId(), by, findings);
  }
}
