package dev.latchkey.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.process.guard.FormConditions;
import dev.latchkey.process.guard.OwnFormReader;
import dev.latchkey.recovery.form.StepForm;
import dev.latchkey.recovery.form.StepForms;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * {@link StepForms} in the engine's deployments, which never change: a form is named by its
 * deployment and its file, so that a recovery keeps the form that it came to.
 */
@Component
class OwnStepForms implements StepForms {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IN = "/";
  private static final int MOST_KEPT = 200;

  private final ObjectProvider<RepositoryService> repository;
  private final Map<String, StepForm> kept = new ConcurrentHashMap<>();

  OwnStepForms(ObjectProvider<RepositoryService> repository) {
    this.repository = repository;
  }

  /** The id of the form in this file. */
  static String id(String deploymentId, String resource) {
    return deploymentId + IN + resource;
  }

  @Override
  public Optional<StepForm> find(String id) {
    StepForm known = kept.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<StepForm> read = read(id);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
    read.ifPresent(form -> kept.put(id, form));
    return read;
  }

  private Optional<StepForm> read(String id) {
    String[] parts = id.split(IN, 2);
    try (InputStream file = repository.getObject().getResourceAsStream(parts[0], parts[1])) {
      return Optional.of(form(JSON.readTree(file), id));
    } catch (ProcessEngineException gone) {
      return Optional.empty();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The form " + id + " cannot be read", unreadable);
    }
  }

  /**
   * @throws ProcessEngineException if something is wrong with it: it was deployed past the guard
   */
  private static StepForm form(JsonNode json, String id) {
    OwnFormReader.Read read = OwnFormReader.read(json);
    if (!read.faults().isEmpty()) {
      throw new IllegalStateException(
          "The form " + id + " cannot be shown: " + read.faults().get(0).problem());
    }
    return read.form();
  }

  @Override
  public boolean holds(String condition, Map<String, Object> values) {
    return FormConditions.holds(condition, values);
  }
}
