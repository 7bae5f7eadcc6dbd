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
   * @param visit with the token that the answer came with
   * @param typed what can be shown again
   */
  ModelAndView after(AnswerResult result, StepVisit visit, Map<String, String> typed) {
    Locale locale = LocaleContextHolder.getLocale();
    if (result instanceof AnswerResult.Taken taken) {
      return taken(taken, visit);
    }
    if (result instanceof AnswerResult.Unusable unusable) {
      String text = texts.problem(locale, unusable.field(), unusable.problem());
      return again(visit, unusable.view(), new FieldProblem(unusable.field(), text), typed);
    }
    if (result instanceof AnswerResult.UnusableForm form) {
      String text = texts.problem(locale, OwnStepParts.FIELD, "check");
      FieldProblem problem = new FieldProblem(OwnStepParts.FIELD, text);
      return again(visit, form.view(), problem, typed).addObject("faults", form.faults());
    }
    if (result instanceof AnswerResult.WeakPassword weak) {
      FieldProblem problem = texts.weakPassword(locale, weak.rule(), weak.limit());
      return again(visit, weak.view(), problem, typed);
    }
    boolean unknown = result instanceof AnswerResult.Unknown;
    return new ModelAndView(visit.back() + (unknown ? "" : "?moved=1"));
  }

  private ModelAndView taken(AnswerResult.Taken taken, StepVisit visit) {
    if (!taken.token().equals(visit.token())) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.steps(visit.place(), taken.token()));
    }
    return new ModelAndView(visit.back());
  }

  private ModelAndView again(
      StepVisit visit, RecoveryView view, FieldProblem problem, Map<String, String> typed) {
    StepPage page = pages.of(visit.place(), view, LocaleContextHolder.getLocale(), problem, typed);
    return new ModelAndView("recovery", Map.of("page", page), HttpStatus.UNPROCESSABLE_ENTITY);
  }
}
