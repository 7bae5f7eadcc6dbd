package dev.latchkey.process;

import dev.latchkey.recovery.AddressAdder;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Add address: refused where no code was entered, whatever the diagram says. */
@Component
class AddAddressDelegate implements JavaDelegate {
  private final AddressAdder adder;

  AddAddressDelegate(AddressAdder adder) {
    this.adder = adder;
  }

  @Override
  public void execute(DelegateExecution execution) {
    boolean added = adder.add(execution.getProcessBusinessKey());
    execution.setVariable(RecoveryVariables.ADDRESS_ADDED, added);
  }
}
