package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
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

  /** Those whose findings can differ from the ones on the phone. */
  private static final List<String> RULES_FOR_DESKTOP = List.of("color-contrast", "target-size");

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

  /** By language; a new one for each page would start a process of the browser's each time. */
  private static final Map<String, Page> DEVICES = new HashMap<>();

  private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();

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
  }

  static Set<String> pages() {
    return Visits.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isGood_onAPhone_andOnADesktopInTheDark(String name) {
    service.show(Situations.codeByTextMessage());
    Page page = DEVICES.computeIfAbsent("en", this::device);
    forget(page);
    show(page, PHONE, ColorScheme.LIGHT);
    Visits.all().get(name).accept(service, page);
    picture(page, name + "-" + PHONE);
    assertThat(Axe.findingsByTags(page, RULES)).isEmpty();
    assertGood(page, PHONE);
    show(page, DESKTOP, ColorScheme.DARK);
    picture(page, name + "-" + DESKTOP);
    assertThat(Axe.findingsByRules(page, RULES_FOR_DESKTOP)).isEmpty();
    assertGood(page, DESKTOP);
    assertThat(COMPLAINTS).isEmpty();
  }

  private static void assertGood(Page page, int width) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.title()).contains(page.locator("h1").textContent());
    assertThat((List<?>) page.evaluate(TOO_SMALL)).isEmpty();
    assertThat(page.content()).doesNotContain("??");
  }

  private static void picture(Page page, String name) {
    Path file = Path.of("target/pages", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
  }

  private static void show(Page page, int width, ColorScheme colors) {
    page.setViewportSize(width, HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
  }

  private Page device(String language) {
    Browser.NewContextOptions options =
        new Browser.NewContextOptions()
            .setBaseURL("http://localhost:" + port)
            .setLocale(language)
            .setTimezoneId("Asia/Tokyo");
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

  /** Nothing is left on the device but the cookies of a recovery and of somebody signed in. */
  private void forget(Page page) {
    page.navigate("about:blank");
    page.context().clearCookies();
    page.context()
        .addCookies(List.of(cookie(PageCookies.RECOVERY, FakeRecoveryService.TOKEN), session()));
    COMPLAINTS.clear();
  }

  private Cookie session() {
    return cookie(PageCookies.SESSION, "session");
  }

  private Cookie cookie(String name, String value) {
    return new Cookie(name, value).setUrl("http://localhost:" + port);
  }
}
