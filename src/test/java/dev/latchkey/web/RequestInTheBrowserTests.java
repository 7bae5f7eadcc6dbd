package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.latchkey.testing.Persona;
import dev.latchkey.testing.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People at their phones who ask support, add files, take one back, and think better of it. */
class RequestInTheBrowserTests extends BrowserTest {
  private static final int WIDTH = 390;
  private static final int HEIGHT = 844;
  private static final String SENDS = "form[action='/recovery/statement'] button";
  private static final String ADDS = "form[action='/recovery/evidence'] button";

  private Page phone;

  private void chooses(String name, byte[] content) {
    phone.setInputFiles("#file", new FilePayload(name, "image/jpeg", content));
  }

  private void comesToTheForm() {
    phone.navigate(at("/"));
    phone.fill("#identifier", Persona.withPhoneAndEmail().in(jdbc).phoneNumber());
    phone.click("main form button.button");
    phone.locator("button[value=human-review]").click();
    eventually(phone.locator("textarea[name=statement]"));
  }

  private void confirmsTheContact(String contact) {
    eventually(phone.locator("input[name=code]"));
    phone.fill("input[name=code]", codeSentTo(contact, 1));
    phone.click("#step form button.button:not(.secondary)");
    assertThat(phone.locator("h1")).hasText("Our support is looking into it");
  }

  private List<String> names() {
    return phone.locator("#files bdi").allTextContents();
  }

  private void picture(String name) {
    phone.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pages", "request-" + name + ".png")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void F1_T19_aPersonAsks_addsAndRemovesFiles_andWithdraws(boolean scripts) {
    phone = scripts ? newPage(WIDTH, HEIGHT) : newPageWithoutScripts(WIDTH, HEIGHT);
    String contact = UUID.randomUUID() + "@example.net";
    comesToTheForm();
    phone.fill("#statement", "My phone fell into the sea.");
    phone.check("input[name=lost_phone]");
    phone.fill("#account-since", "March 2019");
    phone.fill("#contact", contact);
    chooses("letter.jpg", Samples.photograph(6));
    phone.click(SENDS);

    assertThat(phone.locator("#account-since-problem")).containsText("2019-03");
    assertThat(phone.locator("#statement")).hasValue("My phone fell into the sea.");
    assertThat(phone.locator("input[name=lost_phone]")).isChecked();
    assertThat(phone.locator("form bdi")).hasText("letter.jpg");
    picture("problem-" + scripts);
    phone.fill("#account-since", "2019-03");
    phone.click(SENDS);
    confirmsTheContact(contact);

    assertThat(names()).containsExactly("letter.jpg");
    chooses("<b>plan</b>.pdf", Samples.EICAR);
    phone.click(ADDS);
    assertThat(phone.locator("#file-problem")).containsText("Only JPEG and PNG pictures");
    chooses("<b>plan</b>.pdf", Samples.pdf(2));
    phone.click(ADDS);
    assertThat(phone.locator("#files bdi")).hasCount(2);
    assertThat(names()).containsExactly("letter.jpg", "b>.pdf");
    picture("waiting-" + scripts);
    assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(WIDTH);
    phone.locator("#files li button").first().click();
    assertThat(phone.locator("#files bdi")).hasCount(1);

    withdraws(scripts);
  }

  private void withdraws(boolean scripts) {
    phone.locator("a[href='/recovery/cancel']").click();
    assertThat(phone.locator("h1")).hasText("Withdraw your request?");
    picture("withdraw-" + scripts);
    phone.click("main form button.button");
    assertThat(phone.locator("h1")).hasText("This recovery is closed");
    assertThat(phone.locator("#files")).hasCount(0);
    picture("withdrawn-" + scripts);
  }

  @Test
  void F1_anUnconfirmedContact_losesNothingThatWasWritten() {
    phone = newPage(WIDTH, HEIGHT);
    String contact = UUID.randomUUID() + "@example.net";
    comesToTheForm();
    phone.fill("#statement", "My phone fell into the sea.");
    phone.check("input[name=lost_backup_codes]");
    phone.fill("#last-sign-in", "last Tuesday");
    phone.fill("#contact", contact);
    phone.click(SENDS);
    codeSentTo(contact, 1);
    timePasses(java.time.Duration.ofMinutes(2));
    codeSentTo(contact, 2);
    timePasses(java.time.Duration.ofMinutes(2));

    eventually(phone.locator("textarea[name=statement]"));
    assertThat(phone.locator("#statement")).hasValue("My phone fell into the sea.");
    assertThat(phone.locator("input[name=lost_backup_codes]")).isChecked();
    assertThat(phone.locator("#last-sign-in")).hasValue("last Tuesday");
    assertThat(phone.locator("#contact")).hasValue(contact);
    picture("again");
  }
}
