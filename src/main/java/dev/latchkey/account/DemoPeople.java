package dev.latchkey.account;

import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The people of the demo. Their mail domain and phone numbers are reserved for examples and
 * fiction, so that a demo joined to a real provider reaches nobody.
 */
enum DemoPeople {
  AIKO("Aiko Tanaka", "ja", "forgot her password", "aiko@example.com", "+12025550143"),
  RAVI("रवी पाटील", "mr", "forgot his password", "ravi@example.com", "+14155550132"),
  ERIN(
      "Erin Walsh",
      "en",
      "second factor, authenticator app, three backup codes",
      "erin@example.com",
      "+491713920012"),
  SAM("Sam Okafor", "en", "phone number only", null, "+12125550100"),
  MIA(
      "Mia Berger",
      "en",
      "administrator, second factor, one backup code",
      "mia@example.com",
      "+491713920034");

  private final String displayName;
  private final String language;
  private final String situation;
  private final String email;
  private final String phone;

  DemoPeople(String displayName, String language, String situation, String email, String phone) {
    this.displayName = displayName;
    this.language = language;
    this.situation = situation;
    this.email = email;
    this.phone = phone;
  }

  String situation() {
    return situation;
  }

  boolean secondFactor() {
    return this == ERIN || this == MIA;
  }

  /** One code comes with the second factor; Erin asked for more. */
  int backupCodes() {
    return this == ERIN ? 3 : secondFactor() ? 1 : 0;
  }

  boolean app() {
    return this == ERIN;
  }

  Account account() {
    return new Account(
        UUID.randomUUID().toString(),
        name().toLowerCase(Locale.ROOT),
        displayName,
        Locale.forLanguageTag(language),
        AccountStatus.ACTIVE,
        this == MIA ? AccountKind.ADMIN : AccountKind.STANDARD,
        secondFactor(),
        Stream.concat(address(AddressKind.PHONE, phone), address(AddressKind.EMAIL, email))
            .toList());
  }

  List<String> identifiers() {
    String userName = name().toLowerCase(Locale.ROOT);
    return email == null ? List.of(phone, userName) : List.of(email, phone, userName);
  }

  private static Stream<Address> address(AddressKind kind, String value) {
    return value == null
        ? Stream.empty()
        : Stream.of(new Address(UUID.randomUUID().toString(), kind, value, true, true));
  }
}
