package dev.latchkey.process;

import dev.latchkey.recovery.CaseStore;
import dev.latchkey.recovery.OwnSteps;
import dev.latchkey.recovery.form.StepForms;
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
  private final ObjectProvider<OwnSteps> ownSteps;
  private final ObjectProvider<StepForms> forms;

  StepPlugin(
      ObjectProvider<CaseStore> cases,
      ObjectProvider<CaseEndings> endings,
      ObjectProvider<OwnSteps> ownSteps,
      ObjectProvider<StepForms> forms) {
    this.cases = cases;
    this.endings = endings;
    this.ownSteps = ownSteps;
    this.forms = forms;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
    List<BpmnParseListener> all = listeners == null ? new ArrayList<>() : listeners;
    all.add(new StepParseListener(cases, endings, ownSteps, forms));
    configuration.setCustomPostBPMNParseListeners(all);
  }
}
