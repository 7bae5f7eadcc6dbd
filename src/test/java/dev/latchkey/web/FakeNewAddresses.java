package dev.latchkey.web;

import dev.latchkey.recovery.Client;
import dev.latchkey.recovery.NewAddresses;
import java.util.Locale;

/** New addresses of Aiko. */
class FakeNewAddresses extends FakeSteps implements NewAddresses {

  FakeNewAddresses() {
    super(Situations.newAddresses());
  }

  @Override
  public Opening open(String accountId, String typed, Locale locale, Client client) {
    return new Opening.Opened("new-address-code");
  }
}
