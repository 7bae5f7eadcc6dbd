package dev.latchkey.web;

import dev.latchkey.recovery.RecoveryView;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * "No code yet?": a page of its own, so that whoever reads it is not interrupted when the step
 * beside it moves on. It only looks; its buttons are the ordinary answers.
 */
@Controller
@RequestMapping({StepPlaces.RECOVERY, StepPlaces.SECOND_STEP, StepPlaces.NEW_ADDRESS})
class NoCodeController {
  private static final String PAGE = "check";
  private final NoCodePages pages;

  NoCodeController(NoCodePages pages) {
    this.pages = pages;
  }

  /**
   * @param symptom what the person ticked; no secret, so it stands in the address
   */
  @GetMapping("/no-code")
  String show(
      StepVisit visit,
      @RequestParam(name = "symptom", defaultValue = "") String symptom,
      Locale locale,
      Model model) {
    Optional<NoCodePage> page = page(visit, visit.view(), symptom, locale);
    page.ifPresent(found -> model.addAttribute(PAGE, found));
    return page.isPresent() ? "no-code" : visit.back();
  }

  /**
   * What an open page asks every few seconds: nothing while the step stands, else itself anew. Once
   * no code is waited for, the browser is led to the step.
   *
   * @param seen number of the step that the page was made for
   */
  @GetMapping("/no-code/part")
  String poll(
      StepVisit visit,
      @RequestParam("seen") int seen,
      @RequestParam(name = "symptom", defaultValue = "") String symptom,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Optional<RecoveryView> view = visit.view();
    if (view.filter(found -> found.stepNumber() == seen && awaits(found)).isPresent()) {
      return nothing(response);
    }
    Optional<NoCodePage> page = page(visit, view, symptom, locale);
    if (page.isEmpty()) {
      response.setHeader("HX-Redirect", visit.place().base());
      return nothing(response);
    }
    model.addAttribute(PAGE, page.get());
    return "no-code-part :: part";
  }

  private Optional<NoCodePage> page(
      StepVisit visit, Optional<RecoveryView> view, String symptom, Locale locale) {
    return view.flatMap(found -> pages.of(visit.place(), found, symptom, locale));
  }

  private static boolean awaits(RecoveryView view) {
    return NoCodePages.source(view).isPresent();
  }

  private static String nothing(HttpServletResponse response) {
    response.setStatus(HttpStatus.NO_CONTENT.value());
    return null;
  }
}
