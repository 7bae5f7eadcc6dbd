package dev.latchkey.web;

import dev.latchkey.recovery.Client;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.SecondSteps;
import java.util.Locale;
import java.util.Optional;

/** Second steps of Aiko's sign-ins. */
class FakeSecondSteps extends FakeSteps implements SecondSteps {

  FakeSecondSteps() {
    super(Situations.signIns());
  }

  @Override
  public String open(String accountId, Locale locale, Client client) {
    return "sign-in-approval";
  }

  @Override
  public Optional<String> redeem(String token) {
    return view(token)
        .filter(view -> view.status() == RecoveryStatus.PROVEN)
        .map(view -> People.aiko().id());
  }

  @Override
  public Optional<String> factorLost(String token) {
    return view(token)
        .filter(view -> view.offers(RecoveryMessage.FACTOR_LOST))
        .map(view -> FakeRecoveryService.TOKEN);
  }
}
