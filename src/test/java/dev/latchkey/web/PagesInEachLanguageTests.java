package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.language.Languages;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/**
 * Opens every page on a phone in each language but English: in that language alone, nothing wider
 * than the screen, nothing to touch smaller than a finger. What does not depend on the language is
 * looked at in English ({@link GuestPagesLookTests}). The pictures are kept in {@code target/pages}
 * for people to look at.
 */
@PagesTest
// MockMvc's csrf() leaves its own token repository behind in a context that is shared
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
class PagesInEachLanguageTests {
  private static final int WIDTH = 390;
  private static final int HEIGHT = 844;

  /** Shows messages that others wrote, whatever their language. */
  private static final Set<String> OTHERS_TEXTS = Set.of("mailroom");

  /** They choose their language themselves. */
  private static final String IN_ONE_LANGUAGE = "help-found|help-(.*-)?(ja|mr)";

  /** What people called their apps, what staff wrote, and, quoted, the words of others' menus. */
  private static final String OTHERS_WORDS =
      String.join("|", SignInMocks.APP, "One carrier has", "“[^”]*”");

  /** Runs of three English words in what is read or heard on the page. */
  private static final String ENGLISH =
      """
      words => [document.title, document.body.innerText,
          ...[...document.querySelectorAll('[aria-label], [alt], [placeholder], [title]')].flatMap(
              e => ['aria-label', 'alt', 'placeholder', 'title'].map(a => e.getAttribute(a) || ''))]
        .flatMap(text => text.replaceAll(new RegExp(words, 'g'), '').match(/[A-Za-z]{2,}( [A-Za-z]{2,}){2,}/g) || [])
      """;

  private static final Map<String, String> SCRIPTS =
      Map.of("ja", "[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]", "mr", "\\p{IsDevanagari}");

  /** One page for each language: a new one for each visit costs more than the visit. */
  private static final Map<Locale, Page> PHONES = new HashMap<>();

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
    PHONES.clear();
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
  }

  static List<Arguments> pages() {
    List<String> names =
        Visits.all().keySet().stream().filter(name -> !name.matches(IN_ONE_LANGUAGE)).toList();
    return Languages.all().stream()
        .filter(language -> !language.equals(Locale.ENGLISH))
        .flatMap(language -> names.stream().map(name -> Arguments.of(language, name)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isInItsLanguageAlone_andFitsAPhone(Locale language, String name) {
    service.show(Situations.codeByTextMessage());
    Page page = PHONES.computeIfAbsent(language, this::phone);
    page.context().clearCookies();
    page.context()
        .addCookies(
            List.of(
                cookie(PageCookies.RECOVERY, FakeRecoveryService.TOKEN),
                cookie(PageCookies.SESSION, "session")));
    Visits.all().get(name).accept(service, page);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(Path.of("target/pages", name + "-" + language + ".png")));
    assertFits(page);
    assertSpeaks(page, language, name);
    page.navigate("about:blank");
  }

  private static void assertFits(Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(WIDTH);
    assertThat((List<?>) page.evaluate(GuestPagesLookTests.TOO_SMALL)).isEmpty();
  }

  private static void assertSpeaks(Page page, Locale language, String name) {
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.getLanguage());
    assertThat(page.locator("h1").textContent()).containsPattern(SCRIPTS.get(language.toString()));
    assertThat(page.content()).doesNotContain("??");
    if (!OTHERS_TEXTS.contains(name)) {
      assertThat((List<?>) page.evaluate(ENGLISH, OTHERS_WORDS)).isEmpty();
    }
  }

  private Page phone(Locale language) {
    return chromium
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setLocale(language.toLanguageTag())
                .setTimezoneId("Asia/Tokyo")
                .setViewportSize(WIDTH, HEIGHT))
        .newPage();
  }

  private Cookie cookie(String name, String value) {
    return new Cookie(name, value).setUrl("http://localhost:" + port);
  }
}
