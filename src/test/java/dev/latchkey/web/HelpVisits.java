package dev.latchkey.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The pages of the help centre in each language, by name, with the way there. */
final class HelpVisits {
  private final Map<String, Consumer<Page>> all = new LinkedHashMap<>();

  private HelpVisits() {
    visit("help", "/help");
    visit("help-found", "en", "/help?q=no+text+message");
    visit("help-none", "/help?q=xyzzy");
    visit("help-too-long", "/help?q=" + "long".repeat(60));
    visit("help-topic", "/help/no-text-message");
    visit("help-ja", "ja", "/help");
    visit("help-found-ja", "ja", "/help?q=コードが届かない");
    visit("help-topic-ja", "ja", "/help/lost-phone");
    visit("help-mr", "mr", "/help");
    visit("help-found-mr", "mr", "/help?q=कोड आला नाही");
    visit("help-topic-mr", "mr", "/help/lost-phone");
  }

  static Map<String, Consumer<Page>> all() {
    return new HelpVisits().all;
  }

  private void visit(String name, String path) {
    all.put(name, page -> page.navigate(path));
  }

  /** Whatever the browser speaks. */
  private void visit(String name, String language, String path) {
    all.put(
        name,
        page -> {
          page.navigate("/favicon.svg");
          String site = URI.create(page.url()).resolve("/").toString();
          page.context()
              .addCookies(List.of(new Cookie("latchkey_language", language).setUrl(site)));
          page.navigate(path);
        });
  }
}
