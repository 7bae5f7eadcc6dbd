package dev.latchkey.process;

import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.repository.DefaultDeploymentHandler;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.repository.ResourceDefinition;

/**
 * Says whether a file needs to be deployed. Camunda Modeler asks that nothing is deployed twice,
 * and the engine compares with the last deployment of the same name: after somebody went back, or
 * deployed under another name, it would tell an analyst that a file is deployed while another
 * version is in use. So a file that is not in use any more counts as changed.
 *
 * <p>Files that the application brings along are compared with those that it brought the last time:
 * a start takes nothing back that an analyst deployed.
 */
final class UnchangedFiles extends DefaultDeploymentHandler {

  UnchangedFiles(ProcessEngine engine) {
    super(engine);
  }

  @Override
  public boolean shouldDeployResource(Resource offered, Resource before) {
    return super.shouldDeployResource(offered, before) || (!broughtAlong(before) && !inUse(before));
  }

  private static boolean broughtAlong(Resource file) {
    DeploymentEntity deployment =
        Context.getCommandContext()
            .getDeploymentManager()
            .findDeploymentById(file.getDeploymentId());
    return deployment != null && ProcessDeployment.NAME.equals(deployment.getSource());
  }

  private static boolean inUse(Resource file) {
    String newest = newestDeployment(file.getName());
    return newest == null || Objects.equals(newest, file.getDeploymentId());
  }

  /** Null if it holds nothing that has versions. */
  private static String newestDeployment(String file) {
    CommandContext engine = Context.getCommandContext();
    String key = file.substring(0, Math.max(0, file.lastIndexOf('.')));
    ResourceDefinition newest =
        switch (file.substring(key.length())) {
          case ".bpmn" ->
              engine.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key);
          case ".dmn" ->
              engine.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(key);
          case ".form" -> engine.getCamundaFormDefinitionManager().findLatestDefinitionByKey(key);
          default -> null;
        };
    return newest == null ? null : newest.getDeploymentId();
  }
}
