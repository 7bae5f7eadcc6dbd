package dev.latchkey.recovery;

import dev.latchkey.directory.AccountChange;
import dev.latchkey.directory.AccountChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever changes the password may do so because somebody else knows it: second steps that began
 * with the old one, and addresses that are being added, end with the other sessions (R17). A
 * recovery goes on, since the holder was told of it and can object.
 */
@Component
class BegunWithOldPassword {
  private final OpenCases others;

  BegunWithOldPassword(OpenCases others) {
    this.others = others;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void end(AccountChanged changed) {
    if (changed.change() == AccountChange.PASSWORD_CHANGED) {
      others.cancelOthers(changed.accountId(), changed.changeId(), purpose -> !purpose.recovers());
    }
  }
}
