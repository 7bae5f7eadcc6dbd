package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the engine heed the extension properties {@code step}, {@code outcome}, {@code status}. */
@Component
class StepPlugin extends AbstractProcessEnginePlugin {
  private final ObjectProvider<CaseStore> cases;
  private final ObjectProvider<CaseEndings> endings;

  StepPlugin(ObjectProvider<CaseStore> cases, ObjectProvider<CaseEndings> endings) {
    this.cases = cases;
    this.endings = endings;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
    List<BpmnParseListener> all = listeners == null ? new ArrayList<>() : listeners;
    all.add(new StepParseListener(cases, endings));
    configuration.setCustomPostBPMNParseListeners(all);
  }
}
