package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import dev.latchkey.help.CodeNews;
import dev.latchkey.help.DeliveryNews;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.RecoveryMessage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** What pages do in a browser with scripts, and that they work in one without. */
@PagesTest
// MockMvc's csrf() leaves its own token repository behind in a context that is shared
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class GuestPagesScriptTests {
  private static Chromium chromium;
  @Autowired private FakeRecoveryService service;
  @Autowired private DeliveryNews news;
  @LocalServerPort private int port;
  private BrowserContext context;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    chromium.close();
  }

  @AfterEach
  void closePages() {
    reset(news);
    context.close();
  }

  @Test
  void page_movesOnWithTheProcess_andTellsSo() {
    service.show(Situations.codeByTextMessage());
    Page page = open(true);
    service.moveTo(
        Situations.with("proof-accepted", Situations.later(Situations.choosePassword())));
    assertThat(page.locator("#step")).hasAttribute("data-step", "choose-password");
    assertThat(page).hasTitle("Choose a new password – Latchkey");
    assertThat(page.locator("#heading")).isFocused();
    assertThat(page.locator("#announcer"))
        .hasText("Choose a new password. Thank you, that worked.");
  }

  @Test
  void whatAPersonTypes_staysWhileTheStepStands() {
    service.show(Situations.codeByTextMessage());
    Page page = open(true);
    page.fill("[name=code]", "4930");
    for (int poll = 0; poll < 2; poll++) {
      page.waitForResponse(response -> response.url().contains("/recovery/step"), () -> {});
    }
    assertThat(page.locator("[name=code]")).hasValue("4930");
    assertThat(page.locator("[name=code]")).isFocused();
  }

  @Test
  void delivery_isTold_andWhatAPersonTypesStays() {
    service.show(Situations.codeByTextMessage());
    Page page = open(true);
    page.fill("[name=code]", "4930");
    when(news.newest(any()))
        .thenReturn(Optional.of(new CodeNews("text-message", "delivered", null, Situations.NOW)));

    assertThat(page.locator("#delivery")).containsText("The text message was delivered:");
    assertThat(page.locator("#announcer")).containsText("The text message was delivered:");
    assertThat(page.locator("[name=code]")).hasValue("4930");
    assertThat(page.locator("[name=code]")).isFocused();
  }

  @Test
  void A3_newCode_emptiesTheFieldOfTheOldOne() {
    service.show(Situations.codeByTextMessage());
    Page page = open(true);
    page.fill("[name=code]", "493017");
    service.moveTo(
        Situations.with("code-resent", Situations.later(Situations.codeByTextMessage())));
    assertThat(page.locator("#notice")).containsText("we have sent a new one");
    assertThat(page.locator("[name=code]")).hasValue("");
    assertThat(page.locator("[name=code]")).isFocused();
  }

  @Test
  void statement_staysWhenTheStepIsShownAnew() {
    service.show(Situations.describe());
    Page page = open(true);
    page.fill("[name=statement]", "My phone was stolen.");
    service.moveTo(Situations.with("contact-unconfirmed", Situations.later(Situations.describe())));
    assertThat(page.locator("#notice")).isVisible();
    assertThat(page.locator("[name=statement]")).hasValue("My phone was stolen.");
  }

  @Test
  void A3_countdown_runs() {
    service.show(Situations.codeByTextMessage());
    Page page = open(true);
    assertThat(page.locator("[data-due]")).hasText("1:38");
  }

  @Test
  void endOfTheRecovery_leadsToTheStart() {
    service.show(Situations.codeByTextMessage());
    Page page = open(true);
    service.moveTo(null);
    page.waitForURL("**/?gone=1");
  }

  @Test
  void noCodeYet_isNotInterrupted_andStaysInStepWithTheProcess() {
    service.show(Situations.codeByTextMessage());
    Page page = open(true);
    page.click(".no-code a");
    page.click("#tick-phone-offline");
    page.click("#guide-restart-android summary");
    service.moveTo(
        Situations.with("code-resent", Situations.later(Situations.codeByTextMessage())));
    assertThat(page.locator("#notice")).containsText("we have sent a new one");
    assertThat(page.locator("#guide-restart-android")).hasAttribute("open", "");
    assertThat(page.locator("#announcer")).containsText("we have sent a new one");
    assertThat(page.locator(".fact input[name=step]")).hasValue("6");
    service.moveTo(Situations.choosePassword());
    page.waitForURL("**/recovery");
  }

  @Test
  void G3_ownStep_asksUnderConditions_checksAtOnce_andSendsTheSame() {
    service.show(Situations.ownStep());
    Page page = open(true);
    page.fill(".own-form input[id$='own_petName']", "Mochi");
    assertThat(page.locator(".own-form label", said("Which one?"))).isHidden();
    page.click(".own-form .fjs-select-display");
    page.click(".own-form .fjs-dropdownlist-item >> text=Another one");
    page.fill(".own-form input[id$='own_otherPet']", "Turtle");
    page.fill(".own-form input[id$='own_petAge']", "99");
    page.click("#own-step .button");
    assertThat(page.locator(".own-form .fjs-form-field-error").first())
        .hasText("Please write a number that is 40 or less.");
    assertThat(page.locator(".own-form .fjs-form-field-error"))
        .containsText(new String[] {"Please tick this box"});
    assertThat(service.changes()).isEmpty();

    page.fill(".own-form input[id$='own_petAge']", "12");
    page.check(".own-form input[type=checkbox]");
    page.click("#own-step .button");
    page.waitForURL("**/recovery");
    assertThat(service.changes()).hasSize(1);
    assertThat(((Answer.OwnForm) service.changes().get(0)).values())
        .containsEntry("petName", "Mochi")
        .containsEntry("petKind", "other")
        .containsEntry("otherPet", "Turtle")
        .containsEntry("petAge", "12")
        .containsEntry("sure", "true");
  }

  private static Page.LocatorOptions said(String words) {
    return new Page.LocatorOptions().setHasText(words);
  }

  @Test
  void G3_withoutScripts_ownStepIsFilledIn() {
    service.show(Situations.ownStep());
    Page page = open(false);
    page.fill("#own_petName", "Mochi");
    page.selectOption("#own_petKind", "dog");
    page.fill("#own_petSince", "2019-03-31");
    page.check("[name=own_toldOthers][value=no]");
    page.check("#own_sure");
    page.click("#own-step .button");
    page.waitForURL("**/recovery");
    assertThat(((Answer.OwnForm) service.changes().get(0)).values())
        .containsEntry("petKind", "dog")
        .containsEntry("petSince", "2019-03-31")
        .containsEntry("toldOthers", "no")
        .containsEntry("sure", "true");
  }

  @Test
  void withoutScripts_noCodeYet_isReadAndLeft() {
    service.show(Situations.codeByTextMessage());
    Page page = open(false);
    page.click(".no-code a");
    page.click("#tick-phone-offline");
    assertThat(page.locator("#guide-restart-android ol")).isHidden();
    page.click("#guide-restart-android summary");
    assertThat(page.locator("#guide-restart-android ol")).isVisible();
    page.click(".fact .button");
    page.waitForURL("**/recovery");
    assertThat(service.changes()).containsExactly(new Answer.AnotherWay(Way.AUTHENTICATOR_APP));
  }

  @Test
  void withoutScripts_codeIsEntered_andThePageCanBeLoadedAgain() {
    service.show(Situations.codeByTextMessage());
    Page page = open(false);
    assertThat(page.locator("noscript a[href='/recovery']")).hasText("Check again");
    page.fill("[name=code]", "493017");
    page.click("#step form .button:not(.secondary)");
    page.waitForURL("**/recovery");
    assertThat(service.changes())
        .containsExactly(new Answer.Code(RecoveryMessage.CODE_ENTERED, "493017"));
  }

  @Test
  void withoutScripts_pageWithoutInput_loadsItself() {
    service.show(Situations.at("preparing", null));
    Page page = open(false);
    service.moveTo(Situations.codeByTextMessage());
    assertThat(page.locator("[name=code]"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
  }

  private Page open(boolean scripts) {
    String address = "http://localhost:" + port;
    context =
        chromium
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setBaseURL(address)
                    .setLocale("en")
                    .setJavaScriptEnabled(scripts));
    context.addCookies(
        List.of(new Cookie(PageCookies.RECOVERY, FakeRecoveryService.TOKEN).setUrl(address)));
    Page page = context.newPage();
    page.navigate("/recovery");
    return page;
  }
}
