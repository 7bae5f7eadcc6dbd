package dev.latchkey.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Lets a refused decision reach the reviewer as the answer to a mistake in the form. The engine
 * wraps what a listener throws, and its REST interface answers 500 to a task that cannot be
 * completed for any reason but a bad form.
 */
@Component
class RefusalPlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<CommandInterceptor> first = engine.getCustomPreCommandInterceptorsTxRequired();
    List<CommandInterceptor> all = first == null ? new ArrayList<>() : first;
    all.add(new Unwrapping());
    engine.setCustomPreCommandInterceptorsTxRequired(all);
  }

  private static final class Unwrapping extends CommandInterceptor {
    @Override
    public <T> T execute(Command<T> command) {
      try {
        return next.execute(command);
      } catch (ProcessEngineException failed) {
        throw refusalIn(failed);
      }
    }

    private static ProcessEngineException refusalIn(ProcessEngineException failed) {
      return Stream.iterate((Throwable) failed, cause -> cause != null, Throwable::getCause)
          .filter(RefusedDecision.class::isInstance)
          .findFirst()
          .<ProcessEngineException>map(
              refused -> new FormFieldValidationException(null, refused.getMessage(), failed))
          .orElse(failed);
    }
  }
}
