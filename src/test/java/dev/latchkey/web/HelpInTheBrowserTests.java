package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** Somebody without a code, looking for help on a phone. */
class HelpInTheBrowserTests extends BrowserTest {

  @Test
  void H_fromTheSearchToTheStep_andFromTheStepToHelpAndBack() {
    Page page = newPage(390, 844);
    Screen phone = new Screen(page, at(""));
    phone.opens("/help").shows("Help");
    phone.types("Search the help", "no text message").presses("Search");
    page.locator("main .rows a").first().click();
    phone.shows("No text message has come").follows("Get back into my account");
    phone.types("E-mail address, phone number or user name", "aiko").presses("Continue");
    phone.shows("Enter the code from the text message");
    page.fill("input[name=code]", "12");

    phone.follows("Help with this step").shows("No text message has come");
    page.locator("article").getByText("Back to where you were").click();
    phone.shows("Enter the code from the text message");
    assertThat(page).hasURL(at("/recovery"));
  }
}
