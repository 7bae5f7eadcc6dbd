package dev.latchkey.process;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/**
 * Refuses scripts where the engine would make or run them. The deployment rules refuse them before;
 * this stands behind for whatever they overlook.
 */
final class NoScripts extends ScriptFactory implements ScriptEngineResolver {

  @Override
  public ExecutableScript createScriptFromResource(String language, String resource) {
    throw refused(language);
  }

  @Override
  public ExecutableScript createScriptFromResource(String language, Expression resource) {
    throw refused(language);
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, String source) {
    throw refused(language);
  }

  @Override
  public ExecutableScript createScriptFromSource(String language, Expression source) {
    throw refused(language);
  }

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory factory) {
    throw refused(factory.getLanguageName());
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    throw refused("any language");
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean fromCache) {
    throw refused(language);
  }

  private static ProcessEngineException refused(String language) {
    return new ProcessEngineException("Scripts are not run here (" + language + ")");
  }
}
