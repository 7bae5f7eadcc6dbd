package dev.latchkey.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Puts all diagrams, decisions and forms of the application into one deployment, under bare file
 * names as Camunda Modeler gives them. A start with unchanged files makes no new versions, whether
 * it runs from a folder or from a jar, and takes nothing back that staff deployed in the meantime;
 * a change of one file deploys all of them again, because a diagram finds its forms and decisions
 * in its own deployment.
 */
@Component
class ProcessDeployment extends AbstractCamundaConfiguration
    implements CamundaDeploymentConfiguration {
  /** Name and source of what a start deploys; nobody else can use it. */
  static final String NAME = "latchkey";

  private static final Logger LOG = LoggerFactory.getLogger(ProcessDeployment.class);
  private static final String[] PATTERNS = {
    "classpath*:processes/**/*.bpmn", "classpath*:processes/**/*.dmn", "classpath*:forms/**/*.form"
  };

  @Override
  public Set<Resource> getDeploymentResources() {
    return new LinkedHashSet<>(byName().values());
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    Map<String, Resource> resources = byName();
    if (resources.isEmpty()) {
      return;
    }
    DeploymentBuilder deployment =
        engine
            .getRepositoryService()
            .createDeployment()
            .name(NAME)
            .source(NAME)
            .enableDuplicateFiltering(false);
    resources.forEach((name, resource) -> add(deployment, name, resource));
    Set<String> before = changedByStaff(engine.getRepositoryService());
    deployment.deploy();
    before.removeAll(changedByStaff(engine.getRepositoryService()));
    if (!before.isEmpty()) {
      LOG.warn(
          "This version of the application brings changed files along. They are in use from now on,"
              + " and no longer what staff deployed: {}. /staff/processes leads back to it",
          before);
    }
  }

  /** Ids of the processes whose newest version does not come from a start. */
  private static Set<String> changedByStaff(RepositoryService repository) {
    Set<String> ours =
        repository.createDeploymentQuery().deploymentSource(NAME).list().stream()
            .map(Deployment::getId)
            .collect(Collectors.toSet());
    return repository.createProcessDefinitionQuery().latestVersion().list().stream()
        .filter(newest -> !ours.contains(newest.getDeploymentId()))
        .map(ProcessDefinition::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Resource> byName() {
    Map<String, Resource> resources = new TreeMap<>(Comparator.naturalOrder());
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    try {
      for (String pattern : PATTERNS) {
        for (Resource resource : resolver.getResources(pattern)) {
          Resource twin = resources.put(resource.getFilename(), resource);
          if (twin != null) {
            throw new IllegalStateException(
                "Two files to deploy have one name: " + twin + " and " + resource);
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return resources;
  }

  private static void add(DeploymentBuilder deployment, String name, Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      deployment.addInputStream(name, content);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Cannot read " + resource, unreadable);
    }
  }
}
