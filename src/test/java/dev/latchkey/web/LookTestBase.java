package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** Looks at pages in a real browser, with a recovery under way and somebody signed in. */
@PagesTest
// MockMvc's csrf() leaves its own token repository behind in a context that is shared
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
abstract class LookTestBase {
  static final int PHONE = 390;
  static final int HEIGHT = 844;

  /** Buttons, fields and links less than 44 pixels high or wide. */
  private static final String TOO_SMALL =
      """
      [...document.querySelectorAll(
          'a:not(.skip), button, summary, input:not([type=hidden]), textarea')]
        .map(e => ['checkbox', 'radio'].includes(e.type) ? e.labels[0] : e)
        .filter(e => e.getClientRects().length > 0)
        .filter(e => Math.min(e.offsetHeight, e.offsetWidth) < 44)
        .map(e => e.outerHTML)
      """;

  /** By language: a new page for each visit costs more than the visit. */
  private static final Map<Locale, Page> DEVICES = new HashMap<>();

  private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();

  private static Chromium chromium;

  @Autowired FakeRecoveryService service;
  @Autowired private Sessions sessions;
  @Autowired private AccountDirectory accounts;
  @Autowired private SignInMocks signInMocks;
  @LocalServerPort private int port;

  @BeforeAll
  static void startBrowser() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stopBrowser() {
    DEVICES.clear();
    chromium.close();
  }

  @BeforeEach
  void someoneIsSignedIn() {
    when(sessions.find(any()))
        .thenAnswer(call -> Optional.of(People.sessionOf(People.byId(call.getArgument(0)).id())));
    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    when(accounts.findById(any()))
        .thenAnswer(call -> Optional.of(People.byId(call.getArgument(0))));
    signInMocks.set();
    ServiceMocks.works();
    service.show(Situations.codeByTextMessage());
  }

  /** Nothing is left on the device but the cookies of a recovery and of somebody signed in. */
  Page device(Locale language) {
    Page page = DEVICES.computeIfAbsent(language, this::unpacked);
    page.navigate("about:blank");
    page.context().clearCookies();
    page.context()
        .addCookies(
            List.of(
                cookie(PageCookies.RECOVERY, FakeRecoveryService.TOKEN),
                cookie(PageCookies.SESSION, "session")));
    COMPLAINTS.clear();
    return page;
  }

  private Page unpacked(Locale language) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setBaseURL("http://localhost:" + port)
            .setLocale(language.toLanguageTag())
            .setTimezoneId("Asia/Tokyo")
            .setViewportSize(PHONE, HEIGHT);
    Page page = chromium.browser().newContext(options).newPage();
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            COMPLAINTS.add(message.text());
          }
        });
    page.onPageError(COMPLAINTS::add);
    return page;
  }

  private Cookie cookie(String name, String value) {
    return new Cookie(name, value).setUrl("http://localhost:" + port);
  }

  /** With {@code -Dtests.pictures=true}: kept in {@code target/pages} for people to look at. */
  static void picture(Page page, String name) {
    if (!Boolean.getBoolean("tests.pictures")) {
      return;
    }
    Path file = Path.of("target/pages", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
  }

  /** Nothing wider than the screen, nothing to touch smaller than a finger, each text there. */
  static void assertFits(Page page, int width) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat((List<?>) page.evaluate(TOO_SMALL)).isEmpty();
    assertThat(page.content()).doesNotContain("??");
  }

  /** No error of a script, nothing that the content policy refused. */
  static void assertNoComplaints() {
    assertThat(COMPLAINTS).isEmpty();
  }
}
