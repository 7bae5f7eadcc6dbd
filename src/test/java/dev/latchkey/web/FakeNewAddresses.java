package dev.latchkey.web;

import dev.latchkey.recovery.Client;
import dev.latchkey.recovery.NewAddresses;
import java.util.Locale;

/** New addresses: one can be added, one is there already, one is too much. All are Aiko's. */
class FakeNewAddresses extends FakeSteps implements NewAddresses {

  FakeNewAddresses() {
    super(Situations.newAddresses());
  }

  @Override
  public boolean belongsTo(String token, String accountId) {
    return accountId.equals("aiko");
  }

  @Override
  public Opening open(String accountId, String typed, Locale locale, Client client) {
    return switch (typed) {
      case "new@example.com" -> new Opening.Opened("new-address-code");
      case "erin@example.com" -> new Opening.Present();
      case "eleventh@example.com" -> new Opening.TooMany();
      default -> new Opening.Unusable();
    };
  }
}
