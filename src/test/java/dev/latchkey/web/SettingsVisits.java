package dev.latchkey.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Every page of the security settings, by name, with the way there. */
final class SettingsVisits {
  private final Map<String, Consumer<Page>> all = new LinkedHashMap<>();

  private SettingsVisits() {
    visit("settings-all-on", "erin", "/account");
    visit("settings-factor-lost", "sam", "/account");
    visit("settings-no-codes", "mia", "/account?done=password-changed");
    visit("settings-by-backup-code", "erin", "/account?by=backup-code");
    visit("settings-to-check", "full", "/account");
    visit("settings-addresses-to-check", "full", "/account/addresses");
    visit("settings-activity", "erin", "/account/activity");
    visit("settings-activity-none", "sam", "/account/activity");
    visit("settings-language", "erin", "/account/language");
    visit("settings-password", "erin", "/account/password");
    visit("settings-password-too-short", "hana", "/account");
    press("settings-password-wrong", "erin", "/account/password", "main form .button");
    visit("settings-addresses", "sam", "/account/addresses");
    visit("settings-addresses-removed", "erin", "/account/addresses?done=address-removed");
    press("settings-addresses-unusable", "erin", "/account/addresses", "main form .button");
    visit("settings-address-remove", "erin", "/account/addresses/remove?id=phone");
    visit("settings-factor-on", "erin", "/account/second-factor");
    visit("settings-factor-off", "sam", "/account/second-factor");
    visit("settings-factor-needs", "aiko", "/account/second-factor");
    visit("settings-factor-turn-off", "erin", "/account/second-factor/off");
    press("settings-factor-turned-on", "sam", "/account/second-factor", "main form .button");
    visit("settings-app", "erin", "/account/app?done=app-added");
    visit("settings-app-none", "aiko", "/account/app");
    visit("settings-app-new", "erin", "/account/app/new");
    press("settings-app-new-wrong", "aiko", "/account/app/new", "main form .button");
    press("settings-app-new-key", "aiko", "/account/app/new", "summary");
    visit("settings-app-remove", "erin", "/account/app/remove");
    visit("settings-codes", "erin", "/account/backup-codes");
    visit("settings-codes-full", "full", "/account/backup-codes");
    press("settings-codes-made", "erin", "/account/backup-codes", "main .button.secondary");
  }

  static Map<String, Consumer<Page>> all() {
    return new SettingsVisits().all;
  }

  private void visit(String name, String person, String path) {
    all.put(name, page -> open(page, person, path));
  }

  private void press(String name, String person, String path, String what) {
    all.put(
        name,
        page -> {
          open(page, person, path);
          page.click(what);
        });
  }

  /** The token of a person's session is their id. */
  private static void open(Page page, String person, String path) {
    page.navigate("/favicon.svg");
    String site = URI.create(page.url()).resolve("/").toString();
    page.context().addCookies(List.of(new Cookie(PageCookies.SESSION, person).setUrl(site)));
    page.navigate(path);
  }
}
