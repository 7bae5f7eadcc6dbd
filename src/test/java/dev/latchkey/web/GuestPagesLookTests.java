package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Opens every page in a real browser as a phone and as a desktop show it, light and dark: no
 * finding of axe-core, nothing wider than the screen, nothing to touch smaller than a finger,
 * nothing that the content policy refuses. The pictures are kept in {@code target/pages} for people
 * to look at.
 */
@PagesTest
// MockMvc's csrf() leaves its own token repository behind in a context that is shared
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class GuestPagesLookTests {
  private static final int PHONE = 390;
  private static final int DESKTOP = 1280;
  private static final int HEIGHT = 844;
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Buttons, fields and links less than 44 pixels high or wide. */
  static final String TOO_SMALL =
      """
      [...document.querySelectorAll(
          'a:not(.skip), button, summary, input:not([type=hidden]), textarea')]
        .map(e => ['checkbox', 'radio'].includes(e.type) ? e.closest('label') : e)
        .filter(e => e.getClientRects().length > 0)
        .filter(e => Math.min(e.offsetHeight, e.offsetWidth) < 44)
        .map(e => e.outerHTML)
      """;

  private static Chromium chromium;
  @Autowired private FakeRecoveryService service;
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
  }

  static Set<String> pages() {
    return Visits.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isGood_onAPhone_andOnADesktopInTheDark(String name) {
    service.show(Situations.codeByTextMessage());
    try (BrowserContext context = chromium.browser().newContext(phone())) {
      context.addCookies(
          List.of(cookie(PageCookies.RECOVERY, FakeRecoveryService.TOKEN), session()));
      Page page = context.newPage();
      List<String> complaints = new ArrayList<>();
      page.onConsoleMessage(
          message -> {
            if (message.text().contains("Content Security Policy")) {
              complaints.add(message.text());
            }
          });
      page.onPageError(complaints::add);
      Visits.all().get(name).accept(service, page);
      picture(page, name + "-" + PHONE);
      assertGood(page, PHONE);
      page.setViewportSize(DESKTOP, HEIGHT);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      picture(page, name + "-" + DESKTOP);
      assertGood(page, DESKTOP);
      assertThat(complaints).isEmpty();
    }
  }

  private static void assertGood(Page page, int width) {
    assertThat(findings(page, width)).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.title()).contains(page.locator("h1").textContent());
    assertThat((List<?>) page.evaluate(TOO_SMALL)).isEmpty();
    assertThat(page.content()).doesNotContain("??");
  }

  /** All rules on the phone; on the desktop those that can differ there. */
  private static List<String> findings(Page page, int width) {
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true);
    axe =
        width == PHONE
            ? axe.withTags(RULES)
            : axe.withRules(List.of("color-contrast", "target-size"));
    return axe.analyze().getViolations().stream().map(Rule::toString).toList();
  }

  private static void picture(Page page, String name) {
    Path file = Path.of("target/pages", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
  }

  private Browser.NewContextOptions phone() {
    return new Browser.NewContextOptions()
        .setBaseURL("http://localhost:" + port)
        .setLocale("en")
        .setTimezoneId("Asia/Tokyo")
        .setViewportSize(PHONE, HEIGHT)
        .setColorScheme(ColorScheme.LIGHT);
  }

  private Cookie session() {
    return cookie(PageCookies.SESSION, "session");
  }

  private Cookie cookie(String name, String value) {
    return new Cookie(name, value).setUrl("http://localhost:" + port);
  }
}
