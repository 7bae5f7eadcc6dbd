package dev.latchkey.process;

import dev.latchkey.process.guard.Changes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** The files of all deployments. They never change, so what was read or compared once is kept. */
@Component
class DeployedFiles {
  private static final int MOST_KEPT = 2_000;
  private static final String FORM = ".form";
  private final RepositoryService repository;
  private final Map<String, Set<String>> names = new ConcurrentHashMap<>();
  private final Map<Compared, List<String>> changes = new ConcurrentHashMap<>();

  DeployedFiles(RepositoryService repository) {
    this.repository = repository;
  }

  private record Compared(String file, String before, String after) {}

  /** All deployments, newest first. */
  List<Deployment> deployments() {
    return repository.createDeploymentQuery().list().stream()
        .sorted(
            Comparator.comparing(Deployment::getDeploymentTime)
                .thenComparing(Deployment::getId)
                .reversed())
        .toList();
  }

  Set<String> names(String deploymentId) {
    return names.computeIfAbsent(
        deploymentId, id -> new TreeSet<>(repository.getDeploymentResourceNames(id)));
  }

  /** The newest of these deployments that holds a file of this name. */
  Optional<Deployment> newest(String file, List<Deployment> newestFirst) {
    return newestFirst.stream().filter(each -> names(each.getId()).contains(file)).findFirst();
  }

  /**
   * What changed in a file from one deployment to another.
   *
   * @param before null if there was none with it
   * @param after holds it
   */
  List<String> changes(String file, String before, String after) {
    if (after.equals(before)) {
      return List.of();
    }
    if (changes.size() >= MOST_KEPT) {
      changes.clear();
    }
    return changes.computeIfAbsent(
        new Compared(file, before == null ? "" : before, after),
        asked ->
            Changes.between(file, before == null ? null : read(file, before), read(file, after)));
  }

  /** Files of the forms in a deployment that a diagram in it names. */
  List<String> forms(String diagram, String deploymentId) {
    String text = new String(read(diagram, deploymentId), StandardCharsets.UTF_8);
    return names(deploymentId).stream()
        .filter(name -> name.endsWith(FORM))
        .filter(name -> text.contains("\"" + name.replace(FORM, "") + "\""))
        .toList();
  }

  private byte[] read(String file, String deploymentId) {
    try (InputStream content = repository.getResourceAsStream(deploymentId, file)) {
      return content.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
