package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The second step at sign-in, on one screen or on two, and what leads out of it. */
class SignInInTheBrowserTests extends AccountInTheBrowser {
  private static final String NEW_PASSWORD = "violet harbour lantern 42";
  private static final String NUMBER = "Number on the other screen";
  private static final String ASKED_HERE = "wants to sign in";

  /** A signed-in screen on which sign-ins are approved from now on. */
  private Screen approving(Screen signedIn) {
    return signedIn
        .opens("/account/login-requests")
        .presses("Approve sign-ins on this device")
        .says("Nobody is asking at the moment.");
  }

  private static String numberOn(Screen waiting) {
    return waiting.shows("Approve this on another device").reads("p.number strong");
  }

  @Test
  void C8_theNumberTypedOnTheOtherDevice_signsIn_andTheWaitingPageMovesOnByItself() {
    Persona person = holder();
    Screen phone = approving(signsIn(phone(), person, appOf(person)));
    Screen desk = signsIn(desk(), person);
    String number = numberOn(desk);

    phone.says(ASKED_HERE).types(NUMBER, number).presses("Approve");

    phone.says("Approved. The other screen goes on by itself.");
    desk.shows("Your account");
  }

  @Test
  void C8_digitsTypedSoFarStay_whenAnotherRequestJoinsTheList() {
    Persona person = holder();
    Screen phone = approving(signsIn(phone(), person, appOf(person)));
    Screen desk = signsIn(desk(), person);
    String number = numberOn(desk);
    String field = "#" + phone.says(ASKED_HERE).field(NUMBER).getAttribute("id");
    phone.page().locator(field).pressSequentially(number.substring(0, 1));

    signsIn(desk(), person).shows("Approve this on another device");
    assertThat(phone.page().locator("#requests article")).hasCount(2);
    phone.page().keyboard().type(number.substring(1));

    assertThat(phone.page().locator(field)).hasValue(number);
    phone.page().locator("form:has(" + field + ") button").click();
    desk.shows("Your account");
  }

  @Test
  void C8_aWrongNumberApprovesNothing_andCanBeTypedAgain() {
    Persona person = holder();
    Screen phone = approving(signsIn(phone(), person, appOf(person)));
    Screen desk = signsIn(desk(), person);
    String number = numberOn(desk);
    String wrong = number.equals("11") ? "22" : "11";

    phone.says(ASKED_HERE).types(NUMBER, wrong).presses("Approve");
    phone.says("That is not the number shown on the other screen.");
    desk.shows("Approve this on another device");

    phone.types(NUMBER, number).presses("Approve");
    desk.shows("Your account");
  }

  @Test
  void C8_denied_theOtherScreenGoesOnToTheNextWay() {
    Persona person = holder();
    Screen phone = approving(signsIn(phone(), person, appOf(person)));
    Screen desk = signsIn(desk(), person).shows("Approve this on another device");

    phone.says(ASKED_HERE).presses("Deny: this is not me").says("Denied.");

    desk.shows(BY_APP).says("The request was denied on the other device.");
  }

  @Test
  void A5_noCodeArrives_approvalOnAnotherDeviceOpensTheWayToANewPassword() {
    Persona person = person();
    Screen phone = approving(signsIn(phone(), person).shows("Your account"));
    Screen desk =
        desk()
            .opens("/")
            .types("E-mail address, phone number or user name", person.userName())
            .presses("Continue")
            .shows(BY_TEXT)
            .presses("I don’t have this phone any more")
            .shows("Enter the code from the e-mail")
            .presses("I can’t read this e-mail address any more")
            .shows("Enter a backup code")
            .presses("Approve on a device where you are signed in");

    phone.says(ASKED_HERE).types(NUMBER, numberOn(desk)).presses("Approve");

    desk.shows("Choose a new password")
        .types("New password", NEW_PASSWORD)
        .types("The same password again", NEW_PASSWORD)
        .presses("Set the new password")
        .shows("You can sign in again");
  }

  @Test
  void C1_phoneLost_aBackupCodeSignsIn_andLeadsToThePhoneSettings() {
    Persona person = holder();
    String code = backupCodes.generate(person.id(), 2).get(0);

    Screen desk = signsInWithBackupCode(desk(), person, BY_TEXT, code);

    desk.says("Is your phone lost or new?")
        .follows("Check my phone numbers")
        .shows("Addresses and phone numbers")
        .says(person.phoneNumber());
  }

  @Test
  void D3_codesInTheirOrder_eachWorksOnce() {
    Persona person = holderWithApp();
    List<String> codes = backupCodes.generate(person.id(), 3);
    for (String code : codes.subList(0, 2)) {
      signsInWithBackupCode(desk(), person, BY_APP, code).shows("Your account");
    }

    signsInWithBackupCode(desk(), person, BY_APP, codes.get(1))
        .shows("Enter a backup code")
        .says("That backup code was used or replaced before.");
    signsInWithBackupCode(desk(), person, BY_APP, codes.get(2)).shows("Your account");
  }

  @Test
  void D4_aLaterCodeWorks_andEndsThoseBeforeIt() {
    Persona person = holderWithApp();
    List<String> codes = backupCodes.generate(person.id(), 3);

    signsInWithBackupCode(desk(), person, BY_APP, codes.get(1))
        .shows("Your account")
        .says("1 left");

    signsInWithBackupCode(desk(), person, BY_APP, codes.get(0))
        .says("That backup code was used or replaced before.");
  }

  @Test
  void D5_aCodeThatNoLongerCounts_isExplained_andNewOnesAreAskedFor() {
    Persona person = holderWithApp();
    List<String> codes = backupCodes.generate(person.id(), 2);
    signsInWithBackupCode(desk(), person, BY_APP, codes.get(0)).shows("Your account");

    Screen desk =
        signsInWithBackupCode(desk(), person, BY_APP, codes.get(0))
            .says("It and all codes made before it no longer work.")
            .says("make new codes once you are back in");
    assertThat(desk.field("Backup code")).hasAttribute("aria-invalid", "true");
    desk.types("Backup code", codes.get(1)).presses("Continue").shows("Your account");
  }

  @Test
  void D6_afterTheLastCode_thePersonIsLedToMakeANewOne() {
    Persona person = holderWithApp();
    String last = backupCodes.generate(person.id(), 1).get(0);

    signsInWithBackupCode(desk(), person, BY_APP, last)
        .shows("Your account")
        .says("You have no backup codes left")
        .follows("Make backup codes")
        .presses("Make one code")
        .shows("Your new backup codes")
        .backupCodes(1);
  }

  @Test
  void C2_nothingOfTheFactorIsLeft_itIsTakenAwayAfterADay_andANewOneIsAskedFor() {
    Persona person = holderWithApp();
    Screen desk =
        signsIn(desk(), person)
            .presses("I can’t use any of these")
            .presses("Get an e-mail")
            .shows("Enter the code from the e-mail");
    desk.types("Code", codeSentTo(person.emailAddress(), 1)).presses("Continue");
    desk.shows("A waiting time, for safety");
    reaches(person.id(), "Gateway_WaitOutHold");

    timePasses(Duration.ofHours(24).plusMinutes(1));
    desk.shows("You can sign in again").says("Two-step sign-in is off now").follows("Sign in");

    signsIn(desk, person)
        .shows("Your account")
        .says("Set up two-step sign-in again")
        .follows("Set it up now")
        .shows("Two-step sign-in");
  }

  /** With an app as well, so that signing in sends no message. */
  private Persona holderWithApp() {
    Persona person = holder();
    appOf(person);
    return person;
  }
}
