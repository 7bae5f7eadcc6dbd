package dev.latchkey.process;

import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;

/** Refuses to make objects of classes that a diagram names: diagrams name beans. */
final class NoForeignClasses implements ArtifactFactory {

  @Override
  public <T> T getArtifact(Class<T> type) {
    throw new ProcessEngineException(
        "A diagram names the class " + type.getName() + "; it can only name delegates as beans");
  }
}
