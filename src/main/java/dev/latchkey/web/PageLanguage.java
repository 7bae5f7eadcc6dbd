package dev.latchkey.web;

import dev.latchkey.language.Languages;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** The language chosen on a page, else the one of the browser's that fits best. */
class PageLanguage extends CookieLocaleResolver {
  PageLanguage(boolean secure) {
    super("latchkey_language");
    setDefaultLocaleFunction(request -> Languages.closest(Collections.list(request.getLocales())));
    setCookieMaxAge(Duration.ofDays(365));
    setCookieHttpOnly(true);
    setCookieSameSite("Lax");
    setCookieSecure(secure);
    setRejectInvalidCookies(false);
  }

  /** A cookie is anyone's to write: a language without texts is not said to be the page's. */
  @Override
  protected Locale parseLocaleValue(String value) {
    Locale chosen = super.parseLocaleValue(value);
    return chosen == null ? null : Languages.closest(chosen);
  }
}
