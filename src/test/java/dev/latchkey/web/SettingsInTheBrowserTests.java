package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import dev.latchkey.testing.App;
import dev.latchkey.testing.Persona;
import dev.latchkey.testing.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The security settings of signed-in account holders, and what is told of changes there. */
class SettingsInTheBrowserTests extends AccountInTheBrowser {
  private static final Duration A_STEP = Duration.ofSeconds(30);

  @Test
  void C3_thePhoneRemovedThatWasTheOnlyFactor_turnsItOff_andAllAddressesHear() {
    Persona person = holder();
    Screen desk = signsIn(desk(), person).shows(BY_TEXT);
    desk.types("Code", codeSentTo(person.phoneNumber(), 1)).presses("Continue");

    desk.shows("Your account")
        .opens("/account/addresses")
        .follows("Remove " + person.phoneNumber())
        .presses("Yes, remove it")
        .says("It was your only second step, so two-step sign-in is off now.");

    isTold(person.emailAddress(), "Two-step sign-in is off");
    isTold(person.phoneNumber(), "Two-step sign-in is off");
    isTold(person.phoneNumber(), "An address was removed");
    signsIn(desk(), person).shows("Your account");
  }

  @Test
  void C4_newPhone_theOldAppGoes_andTheNewOneSignsIn() {
    Persona person = holder();
    Screen desk = signsIn(desk(), person, appOf(person)).opens("/account/app");
    desk.follows("Remove the app")
        .presses("Yes, remove it")
        .says("The authenticator app is removed: its codes no longer work.")
        .presses("Set up an app")
        .shows("Set up your authenticator app");
    assertThat(desk.page().locator("svg.qr")).isVisible();
    desk.page().getByText("I cannot scan: type a key instead").click();
    assertThat(desk.page().locator("#secret")).isVisible();
    App app = new App(desk.reads("#secret").replace(" ", ""));
    desk.types("Code in the app", app.codeAt(now()))
        .presses("Finish")
        .says("Your authenticator app is set up.");

    timePasses(A_STEP);
    signsIn(desk(), person, app);
  }

  @Test
  void D1_turnedOn_oneBackupCodeIsShown_once() {
    Persona person = person();
    Screen desk = signsIn(desk(), person).shows("Your account").opens("/account/second-factor");
    String code = desk.presses("Turn it on").backupCodes(1).get(0);

    desk.page().reload();

    desk.shows("Two-step sign-in").saysNothingOf(code);
    assertThat(backupCodes.active(person.id())).isEqualTo(1);
    signsInWithBackupCode(desk(), person, BY_TEXT, code).shows("Your account");
  }

  @Test
  void D2_aSetFillsUpToFive_andCanBeDownloaded() throws IOException {
    Screen desk = withOneCode().presses("Make a set of 4");
    List<String> shown = desk.backupCodes(4);

    Download file = desk.page().waitForDownload(() -> desk.presses("Download as a file"));

    assertThat(file.suggestedFilename()).isEqualTo("latchkey-backup-codes.txt");
    assertThat(Files.readAllLines(file.path())).containsSubsequence(shown);
    desk.opens("/account/backup-codes")
        .says("5 of at most 5")
        .says("as many codes as you can have");
  }

  @Test
  void D2_theCodesCanBePrinted_withoutTheButtons() {
    Screen desk = withOneCode().presses("Make one code");
    String code = desk.backupCodes(1).get(0);
    Page page = desk.page();
    page.evaluate("window.print = () => { document.title = 'printed'; }");

    desk.presses("Print");
    assertThat(page).hasTitle("printed");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(page.getByText(code)).isVisible();
    assertThat(page.locator("h1")).isVisible();
    assertThat(page.locator(".button:visible")).hasCount(0);
  }

  private Screen withOneCode() {
    Persona person = holder();
    backupCodes.generate(person.id(), 1);
    return signsIn(desk(), person, appOf(person)).opens("/account/backup-codes");
  }

  @Test
  void D8_aTemporaryPasswordSignsAnAppIn_once() {
    Persona person = holder();
    Screen desk = signsIn(desk(), person, appOf(person)).opens("/account/temporary-passwords");
    String password =
        desk.types("Which app is it for?", "Mail on the laptop")
            .presses("Make a temporary password")
            .says("For “Mail on the laptop”")
            .reads("p.secret");

    assertThat(appSignsIn(person, password).status()).isEqualTo(201);
    assertThat(appSignsIn(person, password).text()).contains("/problems/sign-in-refused");
    desk.opens("/account/sessions").says("Mail on the laptop");
  }

  @Test
  void D8_appsAreRefusedTheMainPasswordAndBackupCodes_andToldWhy() {
    Persona person = holder();
    String code = backupCodes.generate(person.id(), 1).get(0);

    assertThat(appSignsIn(person, PASSWORD).text())
        .contains(" 403 ", "/problems/second-factor-needed", "temporary password");
    assertThat(appSignsIn(person, code).text())
        .contains(" 403 ", "/problems/backup-code-refused", "temporary password");
    assertThat(backupCodes.active(person.id())).isEqualTo(1);
  }

  private Web.Answer appSignsIn(Persona person, String password) {
    String body =
        """
        {"identifier": "%s", "password": "%s", "app": "Mail"}\
        """
            .formatted(person.userName(), password);
    return new Web(port())
        .sendBody("POST", "/api/v1/sign-ins", body, "Content-Type: application/json");
  }
}
