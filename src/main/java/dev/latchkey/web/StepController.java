package dev.latchkey.web;

import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One address for all steps of a case: the process decides what stands on the page. */
@Controller
@RequestMapping({StepPlaces.RECOVERY, StepPlaces.SECOND_STEP, StepPlaces.NEW_ADDRESS})
class StepController {
  private final StepPages pages;
  private final FinishedSignIns signIns;
  private final PageCookies cookies;

  StepController(StepPages pages, FinishedSignIns signIns, PageCookies cookies) {
    this.pages = pages;
    this.signIns = signIns;
    this.cookies = cookies;
  }

  @GetMapping
  String show(
      StepVisit visit,
      @RequestParam(name = "moved", required = false) String moved,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<RecoveryView> view = visit.view();
    if (view.isEmpty()) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.none(visit.place().cookie()));
      return "redirect:" + visit.place().without();
    }
    Optional<String> signedIn = signIns.next(visit, view.get(), request, response);
    if (signedIn.isPresent()) {
      return "redirect:" + signedIn.get();
    }
    model.addAttribute("page", pages.of(visit.place(), view.get(), locale));
    model.addAttribute("moved", moved != null);
    return "recovery";
  }

  /**
   * What an open page asks every few seconds: nothing while the step stands, else the new one.
   *
   * @param seen number of the step that the page shows
   */
  @GetMapping("/step")
  String poll(
      StepVisit visit,
      @RequestParam("seen") int seen,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<RecoveryView> view = visit.view();
    if (view.isEmpty()) {
      response.setHeader("HX-Refresh", "true");
    }
    if (view.isEmpty() || isStill(seen, view.get())) {
      return nothing(response);
    }
    Optional<String> signedIn = signIns.next(visit, view.get(), request, response);
    if (signedIn.isPresent()) {
      response.setHeader("HX-Redirect", signedIn.get());
      return nothing(response);
    }
    model.addAttribute("page", pages.of(visit.place(), view.get(), locale));
    return "recovery-step :: step";
  }

  @GetMapping("/cancel")
  String askBeforeCancelling(StepVisit visit, Model model) {
    Optional<RecoveryView> open = visit.view().filter(v -> v.status() == RecoveryStatus.OPEN);
    if (open.isEmpty()) {
      return visit.back();
    }
    model.addAttribute("base", visit.place().base());
    model.addAttribute("purpose", subject(open.get()));
    return "cancel";
  }

  /** What is given up; part of text keys. Whoever waits for support withdraws a request. */
  private static String subject(RecoveryView view) {
    return StepPages.WITH_SUPPORT.contains(view.step()) ? "request" : view.purpose().key();
  }

  @PostMapping("/cancel")
  String cancel(StepVisit visit) {
    visit.place().steps().cancel(visit.token());
    return visit.back();
  }

  private static boolean isStill(int seen, RecoveryView view) {
    return view.stepNumber() == seen && view.status() == RecoveryStatus.OPEN;
  }

  private static String nothing(HttpServletResponse response) {
    response.setStatus(HttpStatus.NO_CONTENT.value());
    return null;
  }
}
