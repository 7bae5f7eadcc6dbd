package dev.latchkey.process;

import dev.latchkey.audit.AuditLog;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the engine's own permissions cannot say about staff, and the records of what staff change.
 * Both look at each command, so that it does not matter by which interface it came.
 */
@Component
class StaffRulesPlugin extends AbstractProcessEnginePlugin {
  private final ObjectProvider<AuditLog> audit;

  StaffRulesPlugin(ObjectProvider<AuditLog> audit) {
    this.audit = audit;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<CommandInterceptor> before = configuration.getCustomPostCommandInterceptorsTxRequired();
    List<CommandInterceptor> all = before == null ? new ArrayList<>() : new ArrayList<>(before);
    all.add(new StaffLoginInterceptor(audit));
    all.add(new StaffRulesInterceptor());
    all.add(new StaffFormInterceptor(audit));
    all.add(new StaffChangeInterceptor(audit));
    all.add(new DeploymentRulesInterceptor());
    configuration.setCustomPostCommandInterceptorsTxRequired(all);
  }
}
