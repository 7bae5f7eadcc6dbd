package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.directory.Address;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.proof.LoginRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Account holders. */
final class People {
  private People() {}

  /** Aiko, signed in. */
  static Session session() {
    return sessionOf("aiko");
  }

  /** The account holder of this id, signed in. */
  static Session sessionOf(String accountId) {
    return new Session(
        "session",
        accountId,
        "a browser",
        SessionKind.BROWSER,
        Situations.NOW,
        Situations.NOW,
        Situations.NOW);
  }

  /** Somebody asks to be let in from a phone. */
  static LoginRequest loginRequest(String number) {
    return new LoginRequest(
        "request",
        "case",
        number,
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36",
        "192.0.2.…",
        LoginRequest.State.OPEN,
        Situations.NOW,
        Situations.NOW.plusSeconds(600));
  }

  static Account aiko() {
    return named("Aiko Mori");
  }

  /** Aiko, whose account has a second factor. */
  static Account withSecondFactor() {
    return named("Aiko Mori", true);
  }

  /** Turned the second factor off while the password was short. */
  static Account hana() {
    return new Account(
        "hana",
        "hana",
        "Hana Sato",
        Locale.ENGLISH,
        AccountStatus.ACTIVE,
        AccountKind.STANDARD,
        false,
        false,
        true,
        List.of());
  }

  static Account named(String displayName) {
    return named(displayName, false);
  }

  private static Account named(String displayName, boolean secondFactor) {
    return account("aiko", displayName, secondFactor, false, List.of());
  }

  /** Has everything: second factor, app, backup codes, phone and e-mail. */
  static Account erin() {
    return account("erin", "Erin Walsh", true, false, List.of(phone(), email()));
  }

  /** Has as many backup codes as one can have, and one address. */
  static Account full() {
    return account("full", "Fumiko Ullmann-Longname", true, false, List.of(email()));
  }

  /** Lost a second factor and got back in without it. */
  static Account sam() {
    return account("sam", "Sam Okafor", false, true, List.of(phone(), unconfirmed()));
  }

  /** Has a second factor and has used the last backup code. */
  static Account mia() {
    return account("mia", "Mia Berger", true, false, List.of(phone(), email()));
  }

  /** The one with this id; Aiko for any other. */
  static Account byId(String id) {
    return Stream.of(erin(), full(), sam(), mia(), hana())
        .filter(account -> account.id().equals(id))
        .findFirst()
        .orElseGet(People::aiko);
  }

  private static Address phone() {
    return new Address("phone", AddressKind.PHONE, "+491713920012", true, true);
  }

  private static Address email() {
    return new Address("email", AddressKind.EMAIL, "erin@example.com", true, true);
  }

  private static Address unconfirmed() {
    String value = "a.very.long.address.that.does.not.fit.on.one.line@mail.example.com";
    return new Address("unconfirmed", AddressKind.EMAIL, value, false, true);
  }

  private static Account account(
      String id,
      String displayName,
      boolean secondFactor,
      boolean mustSetUpFactor,
      List<Address> addresses) {
    return new Account(
        id,
        id,
        displayName,
        Locale.ENGLISH,
        AccountStatus.ACTIVE,
        AccountKind.STANDARD,
        secondFactor,
        mustSetUpFactor,
        false,
        addresses);
  }
}
