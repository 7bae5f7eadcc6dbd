package dev.latchkey.process;

import dev.latchkey.messaging.InboundTextListener;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the process that reads a text message; the work happens in a job. */
@Component
class EngineInboundTextListener implements InboundTextListener {
  private static final String PROCESS = "CarrierOptInProcess";

  private final RuntimeService runtime;

  EngineInboundTextListener(RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void received(String inboundId) {
    runtime.startProcessInstanceByKey(PROCESS, inboundId);
  }
}
