package dev.latchkey.web;

import dev.latchkey.language.Languages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Switches the language of the pages and of the codes of what is in progress. */
@Controller
class LanguageController {
  private final StepPlaces places;
  private final LocaleResolver locales;
  private final PagePaths pages;

  LanguageController(StepPlaces places, LocaleResolver locales, PagePaths pages) {
    this.places = places;
    this.locales = locales;
    this.pages = pages;
  }

  /**
   * @param back the page on which it was chosen
   */
  @PostMapping("/language")
  String change(
      @RequestParam("language") String language,
      @RequestParam(name = "back", defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Locale locale = Languages.closest(Locale.forLanguageTag(language));
    locales.setLocale(request, response, locale);
    places.changeLocale(request, locale);
    return "redirect:" + pages.nearest(back);
  }
}
