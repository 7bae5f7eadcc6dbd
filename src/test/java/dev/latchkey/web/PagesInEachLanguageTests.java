package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.latchkey.language.Languages;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Opens every page on a phone in each language but English: in that language alone, nothing wider
 * than the screen, nothing to touch smaller than a finger. What does not depend on the language is
 * looked at in English ({@link GuestPagesLookTests}).
 */
class PagesInEachLanguageTests extends LookTestBase {
  /** Shows messages that others wrote, whatever their language. */
  private static final Set<String> OTHERS_TEXTS = Set.of("mailroom");

  /** They choose their language themselves. */
  private static final String IN_ONE_LANGUAGE = "help-found|help-(.*-)?(ja|mr)";

  /**
   * What people called their apps, what staff wrote, the mark of a library, and, quoted, the words
   * of others' menus.
   */
  private static final String OTHERS_WORDS =
      String.join("|", SignInMocks.APP, "One carrier has", "Powered by bpmn", "“[^”]*”");

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
    Page page = device(language);
    Visits.all().get(name).accept(service, page);
    picture(page, name + "-" + language);
    assertFits(page, PHONE);
    assertSpeaks(page, language, name);
    assertNoComplaints();
  }

  private static void assertSpeaks(Page page, Locale language, String name) {
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.getLanguage());
    assertThat(page.locator("h1").textContent()).containsPattern(SCRIPTS.get(language.toString()));
    if (!OTHERS_TEXTS.contains(name)) {
      assertThat((List<?>) page.evaluate(ENGLISH, OTHERS_WORDS)).isEmpty();
    }
  }
}
