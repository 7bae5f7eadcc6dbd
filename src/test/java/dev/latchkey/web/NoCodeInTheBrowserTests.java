package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.latchkey.messaging.Channel;
import dev.latchkey.testing.Persona;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People whose code does not come, at their phones, with the whole application behind. */
class NoCodeInTheBrowserTests extends BrowserTest {
  private Persona person;
  private Page phone;

  /** All browsers of the tests sit on one machine: those of earlier tests are not to count. */
  @BeforeEach
  void somebodySitsElsewhere() {
    jdbc.sql("update recovery_case set client_hash = 'elsewhere'").update();
    jdbc.sql("update message set client_hash = 'elsewhere'").update();
    person = Persona.withPhoneAndEmail().in(jdbc);
    phone = newPage(390, 844);
  }

  @AfterEach
  void codesArriveAgain() {
    for (Channel channel : Channel.values()) {
      happensTo(channel, "DELIVERED");
    }
  }

  /** Chooses on the mailroom's page what becomes of the next codes. */
  private void happensTo(Channel channel, String report) {
    Page desk = newPage(1280, 900);
    desk.navigate(at("/mailroom"));
    desk.click("details.card > summary");
    desk.selectOption("#report-" + channel, report);
    desk.click("form:has(#report-" + channel + ") button");
    assertThat(desk.locator("#report-" + channel)).hasValue(report);
  }

  private void asksToGetIn(String identifier) {
    phone.navigate(at("/"));
    phone.fill("#identifier", identifier);
    phone.click("main form button.button");
    eventually(phone.locator("input[name=code]"));
  }

  private void looksWhy() {
    phone.click(".no-code a");
    eventually(phone.locator("#no-code"));
  }

  private void ticks(String symptom) {
    phone.click("#tick-" + symptom);
    eventually(phone.locator("#said"));
  }

  private void takesTheBestWay() {
    phone.click("section[aria-labelledby=said] form .button");
    eventually(phone.locator("#step"));
  }

  private void goesBack() {
    phone.click("#back");
    eventually(phone.locator("#step"));
  }

  private void picture(String name) {
    Path file = Path.of("target/pages", "real-" + name + ".png");
    phone.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
  }

  @Test
  void B1_numberCannotBeReached_theMailIsAskedForAtOnce_andTheReasonIsToldThere() {
    happensTo(Channel.TEXT_MESSAGE, "UNREACHABLE");
    asksToGetIn(person.phoneNumber());
    looksWhy();

    assertThat(phone.locator("#no-code")).containsText("The number could not be reached.");
    assertThat(phone.locator("#place")).containsText("e-mail");
    goesBack();
    phone.fill("input[name=code]", codeSentTo(person.emailAddress(), 1));
    phone.click("#step form button.button:not(.secondary)");
    eventually(phone.locator("input[name=repeated]"));
  }

  @Test
  void B2_blocked_isKnown_andSaysHowToAllowMessagesAgain() {
    happensTo(Channel.TEXT_MESSAGE, "BLOCKED");
    asksToGetIn(person.phoneNumber());
    assertThat(phone.locator("h1")).containsText("e-mail");
    looksWhy();

    assertThat(phone.locator(".fact").first()).containsText("was blocked on its way");
    phone.click("#guide-opt-in summary");
    assertThat(phone.locator("#guide-opt-in")).containsText("START");
  }

  @Test
  void B2_blockedOnTheDevice_isTicked_andUnblocked() {
    asksToGetIn(person.phoneNumber());
    looksWhy();
    ticks("blocked-or-opted-out");

    assertThat(phone.locator("#guide-unblock-iphone li").first()).isVisible();
    phone.click("#guide-unblock-android summary");
    assertThat(phone.locator("#guide-unblock-android li").first()).isVisible();
    takesTheBestWay();
    assertThat(phone.locator("h1")).containsText("e-mail");
  }

  @Test
  void B5_spam_saysWhatToLookFor_andSendsAgainWithoutLosingThePlace() {
    happensTo(Channel.EMAIL, "NONE");
    asksToGetIn(person.emailAddress());
    String code = codeSentTo(person.emailAddress(), 1);
    looksWhy();
    ticks("spam-folder");

    assertThat(phone.locator("#guide-spam-search")).containsText("“Latchkey:”");
    takesTheBestWay();
    assertThat(phone.locator("#notice")).containsText("two minutes apart");
    phone.fill("input[name=code]", code);
    phone.click("#step form button.button:not(.secondary)");
    eventually(phone.locator("input[name=repeated]"));
  }

  @Test
  void B6_app_isUsedInstead_andItsClockIsExplained() {
    asksToGetIn(person.phoneNumber());
    looksWhy();
    ticks("uses-app");
    takesTheBestWay();
    assertThat(phone.locator("h1")).containsText("authenticator app");

    looksWhy();
    assertThat(phone.locator(".fact")).containsText("the app shows the code");
    assertThat(phone.locator("#guide-clock-iphone")).containsText("Set Automatically");
  }

  @Test
  void B7_phoneOffline_keepsThePlace_andShowsTheTimeLeft() {
    asksToGetIn(person.phoneNumber());
    looksWhy();
    ticks("phone-offline");

    assertThat(phone.locator("[data-due]")).isVisible();
    goesBack();
    phone.fill("input[name=code]", codeSentTo(person.phoneNumber(), 1));
    phone.click("#step form button.button:not(.secondary)");
    eventually(phone.locator("input[name=repeated]"));
  }

  @Test
  void H_B1_inJapanese() {
    happensTo(Channel.TEXT_MESSAGE, "UNREACHABLE");
    phone = newPage(390, 844, "ja");
    asksToGetIn(person.phoneNumber());
    assertThat(phone.locator("input[name=code]:not([data-otp])")).isVisible();
    looksWhy();

    assertThat(phone.locator("h1")).hasText("コードが届きませんか？");
    assertThat(phone.locator(".fact").first()).containsText("この番号につながりませんでした。");
    picture("no-code-ja");
  }

  @Test
  void H_B5_inMarathi() {
    happensTo(Channel.EMAIL, "NONE");
    phone = newPage(390, 844, "mr");
    asksToGetIn(person.emailAddress());
    looksWhy();
    ticks("spam-folder");

    assertThat(phone.locator("h1")).hasText("अजून कोड आला नाही?");
    assertThat(phone.locator("#guide-spam-search")).containsText("“Latchkey:” ने सुरू होतो");
    picture("no-code-mr");
    takesTheBestWay();
    assertThat(phone.locator("#notice")).isVisible();
  }
}
