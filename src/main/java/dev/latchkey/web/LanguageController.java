package dev.latchkey.web;

import dev.latchkey.language.Languages;
import dev.latchkey.recovery.RecoveryService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Switches the language of the pages and of a running recovery's messages. */
@Controller
class LanguageController {
  private final RecoveryService recoveries;
  private final LocaleResolver locales;

  LanguageController(RecoveryService recoveries, LocaleResolver locales) {
    this.recoveries = recoveries;
    this.locales = locales;
  }

  @PostMapping("/language")
  String change(
      @RequestParam("language") String language,
      @CookieValue(name = PageCookies.RECOVERY, required = false) String token,
      HttpServletRequest request,
      HttpServletResponse response) {
    Locale locale = Languages.closest(Locale.forLanguageTag(language));
    locales.setLocale(request, response, locale);
    if (token == null) {
      return "redirect:/";
    }
    recoveries.changeLocale(token, locale);
    return "redirect:/recovery";
  }
}
