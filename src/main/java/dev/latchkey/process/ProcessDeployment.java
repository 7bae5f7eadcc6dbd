package dev.latchkey.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.spring.boot.starter.configuration.CamundaDeploymentConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Puts all diagrams, decisions and forms of the application into one deployment, under bare file
 * names as Camunda Modeler gives them. A start with unchanged files makes no new versions, whether
 * it runs from a folder or from a jar; a change of one file deploys all of them again, because a
 * diagram finds its forms and decisions in its own deployment.
 */
@Component
class ProcessDeployment extends AbstractCamundaConfiguration
    implements CamundaDeploymentConfiguration {
  private static final String NAME = "latchkey";
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
    deployment.deploy();
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
