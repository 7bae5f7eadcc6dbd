package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.AccountStatus;
import dev.latchkey.proof.LoginRequest;
import java.util.List;
import java.util.Locale;

/** Account holders. */
final class People {
  private People() {}

  /** Aiko, signed in. */
  static Session session() {
    return sessionOf("aiko");
  }

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

  static Account named(String displayName) {
    return named(displayName, false);
  }

  /** Somebody of this account. */
  static Account withId(String id) {
    return account(id, "Mia Berger", false);
  }

  private static Account named(String displayName, boolean secondFactor) {
    return account("aiko", displayName, secondFactor);
  }

  private static Account account(String id, String displayName, boolean secondFactor) {
    return new Account(
        id,
        id,
        displayName,
        Locale.ENGLISH,
        AccountStatus.ACTIVE,
        AccountKind.STANDARD,
        secondFactor,
        List.of());
  }
}
