package dev.latchkey.web;

import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.BackupCodes;
import dev.latchkey.secret.SlowHash;
import dev.latchkey.testing.App;
import dev.latchkey.testing.Persona;
import org.springframework.beans.factory.annotation.Autowired;

/** Account holders who know their password, at screens of their own. */
abstract class AccountInTheBrowser extends BrowserTest {
  protected static final String BY_TEXT = "Enter the code from the text message";
  protected static final String BY_APP = "Enter the code from your authenticator app";
  protected static final String PASSWORD = "nine quiet herons wade at dawn";

  @Autowired SlowHash hash;
  @Autowired AuthenticatorApp apps;
  @Autowired BackupCodes backupCodes;

  /** Phone, e-mail and a password; no second factor. */
  protected final Persona person() {
    return Persona.withPhoneAndEmail().withPassword(hash.of(PASSWORD)).in(jdbc);
  }

  /** The same with a second factor, for which there is the phone. */
  protected final Persona holder() {
    return Persona.withPhoneAndEmail().withPassword(hash.of(PASSWORD)).withSecondFactor().in(jdbc);
  }

  protected final Screen phone() {
    return new Screen(newPage(390, 844), at(""));
  }

  protected final Screen desk() {
    return new Screen(newPage(1280, 900), at(""));
  }

  /** Name and password; what comes then depends on the account. */
  protected final Screen signsIn(Screen screen, Persona person) {
    return screen
        .opens("/account/sign-in")
        .types("E-mail address, phone number or user name", person.userName())
        .types("Password", PASSWORD)
        .presses("Sign in");
  }

  protected final Screen signsIn(Screen screen, Persona person, App app) {
    return signsIn(screen, person)
        .shows(BY_APP)
        .types("Code in the app", app.codeAt(now()))
        .presses("Continue")
        .shows("Your account");
  }

  /** Name, password and, in place of a code from this first way, a backup code. */
  protected final Screen signsInWithBackupCode(
      Screen screen, Persona person, String firstWay, String code) {
    return signsIn(screen, person)
        .shows(firstWay)
        .presses("Use a backup code")
        .shows("Enter a backup code")
        .types("Backup code", code)
        .presses("Continue");
  }

  protected final App appOf(Persona person) {
    return new App(apps.enrol(person.id()));
  }
}
