package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import dev.latchkey.directory.Account;
import dev.latchkey.directory.AccountKind;
import dev.latchkey.directory.AccountStatus;
import java.util.List;
import java.util.Locale;

/** Account holders. */
final class People {
  private People() {}

  /** Aiko, signed in. */
  static Session session() {
    return new Session(
        "session",
        "aiko",
        "a browser",
        SessionKind.BROWSER,
        Situations.NOW,
        Situations.NOW,
        Situations.NOW);
  }

  static Account aiko() {
    return named("Aiko Mori");
  }

  static Account named(String displayName) {
    return new Account(
        "aiko",
        "aiko",
        displayName,
        Locale.ENGLISH,
        AccountStatus.ACTIVE,
        AccountKind.STANDARD,
        false,
        List.of());
  }
}
