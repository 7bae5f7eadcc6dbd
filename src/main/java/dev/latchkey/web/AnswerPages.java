package dev.latchkey.web;

import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.RecoveryView;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What a person sees after an answer: the step as it stands then, or their input with a remedy. */
@Component
class AnswerPages {
  private final StepPages pages;
  private final PageTexts texts;
  private final PageCookies cookies;
  private final HttpServletResponse response;

  /** Takes a proxy of the response in progress. */
  AnswerPages(StepPages pages, PageTexts texts, PageCookies cookies, HttpServletResponse response) {
    this.pages = pages;
    this.texts = texts;
    this.cookies = cookies;
    this.response = response;
  }

  /**
   * @param token the one that the answer came with
   * @param typed what can be shown again
   */
  ModelAndView after(AnswerResult result, String token, Map<String, String> typed) {
    Locale locale = LocaleContextHolder.getLocale();
    if (result instanceof AnswerResult.Taken taken) {
      return taken(taken, token);
    }
    if (result instanceof AnswerResult.Unusable unusable) {
      String text = texts.problem(locale, unusable.field(), unusable.problem());
      return again(unusable.view(), new FieldProblem(unusable.field(), text), typed);
    }
    if (result instanceof AnswerResult.WeakPassword weak) {
      return again(weak.view(), problem(weak, locale), typed);
    }
    boolean unknown = result instanceof AnswerResult.Unknown;
    return new ModelAndView(unknown ? "redirect:/recovery" : "redirect:/recovery?moved=1");
  }

  private ModelAndView taken(AnswerResult.Taken taken, String token) {
    if (!taken.token().equals(token)) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.recovery(taken.token()));
    }
    return new ModelAndView("redirect:/recovery");
  }

  private FieldProblem problem(AnswerResult.WeakPassword weak, Locale locale) {
    String rule = weak.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
    String field = rule.equals("not-repeated") ? "repeated" : "password";
    return new FieldProblem(field, texts.problem(locale, "password", rule, weak.limit()));
  }

  private ModelAndView again(RecoveryView view, FieldProblem problem, Map<String, String> typed) {
    StepPage page = pages.of(view, LocaleContextHolder.getLocale(), problem, typed);
    return new ModelAndView("recovery", Map.of("page", page), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
