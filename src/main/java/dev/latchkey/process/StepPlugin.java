package dev.latchkey.process;

import dev.latchkey.messaging.Outbox;
import dev.latchkey.proof.OneTimeCodes;
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
  private final ObjectProvider<OneTimeCodes> codes;
  private final ObjectProvider<Outbox> outbox;

  StepPlugin(
      ObjectProvider<CaseStore> cases,
      ObjectProvider<OneTimeCodes> codes,
      ObjectProvider<Outbox> outbox) {
    this.cases = cases;
    this.codes = codes;
    this.outbox = outbox;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners();
    List<BpmnParseListener> all = listeners == null ? new ArrayList<>() : listeners;
    all.add(new StepParseListener(cases, codes, outbox));
    configuration.setCustomPostBPMNParseListeners(all);
  }
}
