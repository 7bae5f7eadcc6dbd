package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.latchkey.testing.Persona;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People at their pages while the mailroom takes nothing, and the lead who announces it. */
class ServiceStatusInTheBrowserTests extends BrowserTest {
  private boolean outOfOrder;

  @AfterEach
  void putThingsRight() {
    if (outOfOrder) {
      mailroomTakesMessages();
    }
    jdbc.sql("delete from service_notice").update();
  }

  /** What is sent finds no table to lie on. */
  private void mailroomIsOutOfOrder() {
    jdbc.sql("alter table mailroom_message rename to mailroom_closed").update();
    outOfOrder = true;
  }

  private void mailroomTakesMessages() {
    jdbc.sql("alter table mailroom_closed rename to mailroom_message").update();
    outOfOrder = false;
  }

  private static void isGood(Page page, String picture) {
    Path file = Path.of("target/pages", picture + ".png");
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
    assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations()).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth"))
        .isEqualTo(page.viewportSize().width);
  }

  private Page staffPage(String user, int width) throws IOException {
    Page page = newPage(width, 900);
    String login = user + ":" + passwordOf(user);
    page.setExtraHTTPHeaders(
        Map.of(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8))));
    return page;
  }

  @Test
  void B4_theCodeWaits_thePageSaysWhy_andItArrivesWhenTheMailroomIsBack() {
    Persona person = Persona.withPhoneAndEmail().in(jdbc);
    Page phone = newPage(390, 844);
    mailroomIsOutOfOrder();
    phone.navigate(at("/"));
    phone.fill("#identifier", person.phoneNumber());
    phone.click("main form button.button");

    assertThat(phone.locator("#service")).containsText("Text messages are not going out");
    assertThat(phone.locator("#service")).containsText("You can wait here");
    assertThat(phone.locator("button[value=email]")).isVisible();
    Page other = newPage(1280, 900);
    other.navigate(at("/status"));
    assertThat(other.locator("[data-channel=text-message]")).containsText("Not working");
    assertThat(other.locator("[data-channel=email]")).containsText("Working");
    for (String language : List.of("ja", "mr")) {
      phone
          .context()
          .addCookies(List.of(new Cookie("latchkey_language", language).setUrl(at("/"))));
      phone.navigate(at("/recovery"));
      isGood(phone, "outage-" + language);
      phone.navigate(at("/status"));
      isGood(phone, "status-" + language);
    }
    phone
        .context()
        .clearCookies(new BrowserContext.ClearCookiesOptions().setName("latchkey_language"));
    phone.navigate(at("/recovery"));

    mailroomTakesMessages();
    phone.fill("input[name=code]", codeSentTo(person.phoneNumber(), 1));
    phone.click("#step form button.button:not(.secondary)");
    eventually(phone.locator("input[name=repeated]"));
  }

  @Test
  void B4_aLead_announcesTrouble_aSupporterCannot() throws IOException {
    Page supporter = staffPage("sora", 1280);
    assertThat(supporter.navigate(at("/staff/notices")).status()).isEqualTo(403);

    Page lead = staffPage("omar", 390);
    lead.navigate(at("/staff/notices"));
    isGood(lead, "staff-notices-390");
    lead.check("input[name=email]");
    lead.fill("#text_en", "Our mail provider has <b>trouble</b>.");
    lead.click("main form button.button:not(.secondary)");
    assertThat(lead.locator(".notice")).containsText("announced");
    lead.setViewportSize(1280, 900);
    isGood(lead, "staff-notices-1280");

    Page guest = newPage(390, 844);
    guest.navigate(at("/"));
    assertThat(guest.locator(".service")).containsText("E-mails are not going out");
    guest.locator(".service a").click();
    assertThat(guest.locator("main")).containsText("has <b>trouble</b>.");

    lead.click("[data-notice] button");
    assertThat(lead.locator(".notice")).containsText("closed");
    guest.navigate(at("/"));
    assertThat(guest.locator(".service")).hasCount(0);
  }
}
