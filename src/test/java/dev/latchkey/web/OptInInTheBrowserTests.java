package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import dev.latchkey.testing.Persona;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody whose phone takes no texts; what it sends goes through the mailroom's form. */
class OptInInTheBrowserTests extends BrowserTest {
  private Screen guest;
  private Screen phone;

  @BeforeEach
  void takeBothDevices() {
    guest = new Screen(newPage(390, 844), at(""));
    phone = new Screen(newPage(390, 844), at(""));
  }

  private void texts(Persona person, String words) {
    phone
        .opens("/mailroom")
        .types("From phone number", person.phoneNumber())
        .types("Text", words)
        .presses("Send text message")
        .says("Understood");
  }

  @Test
  void E2_optedOutNumber_goesOnByEmail_andAfterStartTheTextMessageArrivesAtOnce() {
    Persona person = Persona.withPhoneAndEmail().in(jdbc);
    texts(person, "Stop.");
    isTold(person.phoneNumber(), "START");

    Page page = guest.opens("/").page();
    page.fill("#identifier", person.phoneNumber());
    page.click("main form button.button");
    guest.shows("Enter the code from the e-mail");
    codeSentTo(person.emailAddress(), 1);

    texts(person, "START");
    guest.shows("Enter the code from the text message").says("takes our text messages again");
    page.fill("input[name=code]", codeSentTo(person.phoneNumber(), 3));
    page.click("#step form button.button:not(.secondary)");
    assertThat(page.locator("input[name=repeated]")).isVisible();
  }
}
