package dev.latchkey.process;

import dev.latchkey.directory.AddressKind;
import dev.latchkey.messaging.SendLimits;
import dev.latchkey.recovery.Reachable;
import org.springframework.stereotype.Component;

/** {@link Reachable} by the rules that codes are sent by. */
@Component
class LimitsReachable implements Reachable {
  private final SendLimits limits;

  LimitsReachable(SendLimits limits) {
    this.limits = limits;
  }

  @Override
  public boolean mayEverBe(AddressKind kind, String value) {
    return limits.mayEverBeSentTo(CodeTargets.channel(kind), value);
  }
}
