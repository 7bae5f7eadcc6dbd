package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** A page used as people use it: by the words on it. Everything waits until it is possible. */
final class Screen {
  private final Page page;
  private final String address;

  /**
   * @param address of the application, without a path
   */
  Screen(Page page, String address) {
    this.page = page;
    this.address = address;
  }

  Page page() {
    return page;
  }

  Screen opens(String path) {
    page.navigate(address + path);
    return this;
  }

  /** Waits for the page with this heading. */
  Screen shows(String heading) {
    assertThat(page.locator("h1")).hasText(heading);
    return this;
  }

  /** Waits for these words anywhere on the page. */
  Screen says(String words) {
    assertThat(page.locator("main")).containsText(words);
    return this;
  }

  Screen saysNothingOf(String words) {
    assertThat(page.locator("main")).not().containsText(words);
    return this;
  }

  Screen types(String label, String text) {
    field(label).fill(text);
    return this;
  }

  Screen presses(String button) {
    one(AriaRole.BUTTON, button).click();
    return this;
  }

  Screen follows(String link) {
    one(AriaRole.LINK, link).click();
    return this;
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
  }

  /** The text of an element, once it is there. */
  String reads(String selector) {
    return page.locator(selector).textContent().strip();
  }

  /** The backup codes on the page, once there are that many. */
  List<String> backupCodes(int count) {
    Locator codes = page.locator("ol.codes code");
    assertThat(codes).hasCount(count);
    return codes.allTextContents();
  }

  private Locator one(AriaRole role, String name) {
    return page.locator("main")
        .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true));
  }
}
