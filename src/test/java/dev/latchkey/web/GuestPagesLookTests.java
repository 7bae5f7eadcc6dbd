package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Opens every page in a real browser as a phone and as a desktop show it, light and dark: no
 * finding of axe-core, nothing wider than the screen, nothing to touch smaller than a finger,
 * nothing that the content policy refuses.
 */
class GuestPagesLookTests extends LookTestBase {
  private static final int DESKTOP = 1280;
  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  /** Those whose findings can differ from the ones on the phone. */
  private static final List<String> RULES_FOR_DESKTOP = List.of("color-contrast", "target-size");

  static Set<String> pages() {
    return Visits.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_isGood_onAPhone_andOnADesktopInTheDark(String name) {
    Page page = device(Locale.ENGLISH);
    show(page, PHONE, ColorScheme.LIGHT);
    Visits.all().get(name).accept(service, page);
    picture(page, name + "-" + PHONE);
    assertThat(Axe.findingsByTags(page, RULES)).isEmpty();
    assertGood(page, PHONE);
    show(page, DESKTOP, ColorScheme.DARK);
    picture(page, name + "-" + DESKTOP);
    assertThat(Axe.findingsByRules(page, RULES_FOR_DESKTOP)).isEmpty();
    assertGood(page, DESKTOP);
    assertNoComplaints();
  }

  private static void assertGood(Page page, int width) {
    assertFits(page, width);
    assertThat(page.locator("h1").count()).isEqualTo(1);
    assertThat(page.title()).contains(page.locator("h1").textContent());
  }

  private static void show(Page page, int width, ColorScheme colors) {
    page.setViewportSize(width, HEIGHT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colors));
  }
}
