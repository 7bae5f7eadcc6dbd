package dev.latchkey.process;

import dev.latchkey.help.StuckCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes Cockpit say of an incident what the page for staff says: cause and remedy in plain words,
 * instead of what some library threw, which could name a number or an address.
 */
@Component
class PlainIncidents extends AbstractProcessEnginePlugin {
  private final ObjectProvider<MessageSource> texts;

  PlainIncidents(ObjectProvider<MessageSource> texts) {
    this.texts = texts;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<IncidentHandler> before = configuration.getCustomIncidentHandlers();
    List<IncidentHandler> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
    all.add(new Handler(texts));
    configuration.setCustomIncidentHandlers(all);
  }

  private static final class Handler extends DefaultIncidentHandler {
    private final ObjectProvider<MessageSource> texts;

    private Handler(ObjectProvider<MessageSource> texts) {
      super(Incident.FAILED_JOB_HANDLER_TYPE);
      this.texts = texts;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
      StuckCause cause = StuckCauses.of(trace(context));
      return super.handleIncident(context, text("cause", cause) + " " + text("remedy", cause));
    }

    private static String trace(IncidentContext context) {
      JobEntity job =
          Context.getCommandContext().getJobManager().findJobById(context.getConfiguration());
      return job == null ? null : job.getExceptionStacktrace();
    }

    private String text(String part, StuckCause cause) {
      return texts
          .getObject()
          .getMessage("staff.incidents." + part + "." + cause.key(), null, Locale.ENGLISH);
    }
  }
}
