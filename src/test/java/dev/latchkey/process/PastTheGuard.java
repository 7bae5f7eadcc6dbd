package dev.latchkey.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * Deploys what the guard refuses, for tests of what stands behind it: somebody may have written
 * into the database, or the guard may have overlooked something.
 */
public final class PastTheGuard {
  private PastTheGuard() {}

  /** Deploys with the guard's back turned. */
  public static Deployment deploy(ProcessEngine engine, DeploymentBuilder deployment) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    List<Deployer> unguarded = new ArrayList<>(configuration.getDeployers());
    unguarded.removeIf(DeploymentGuard.class::isInstance);
    configuration.getDeploymentCache().setDeployers(unguarded);
    try {
      return deployment.deploy();
    } finally {
      configuration.getDeploymentCache().setDeployers(configuration.getDeployers());
    }
  }
}
