package dev.latchkey.web;

import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One address for the whole recovery: the process decides what stands on the page. */
@Controller
class RecoveryController {
  private final RecoveryService recoveries;
  private final StepPages pages;
  private final PageCookies cookies;

  RecoveryController(RecoveryService recoveries, StepPages pages, PageCookies cookies) {
    this.recoveries = recoveries;
    this.pages = pages;
    this.cookies = cookies;
  }

  @GetMapping("/recovery")
  String show(
      @CookieValue(name = PageCookies.RECOVERY, required = false) String token,
      @RequestParam(name = "moved", required = false) String moved,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Optional<RecoveryView> view = find(token);
    if (view.isEmpty()) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.none(PageCookies.RECOVERY));
      return "redirect:/?gone=1";
    }
    model.addAttribute("page", pages.of(view.get(), locale));
    model.addAttribute("moved", moved != null);
    return "recovery";
  }

  /**
   * What an open page asks every few seconds: nothing while the step stands, else the new one.
   *
   * @param seen number of the step that the page shows
   */
  @GetMapping("/recovery/step")
  String poll(
      @CookieValue(name = PageCookies.RECOVERY, required = false) String token,
      @RequestParam("seen") int seen,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Optional<RecoveryView> view = find(token);
    if (view.isEmpty()) {
      response.setHeader("HX-Refresh", "true");
    }
    if (view.isEmpty() || isStill(seen, view.get())) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    model.addAttribute("page", pages.of(view.get(), locale));
    return "recovery-step :: step";
  }

  @GetMapping("/recovery/cancel")
  String askBeforeCancelling(
      @CookieValue(name = PageCookies.RECOVERY, required = false) String token) {
    boolean open = find(token).filter(v -> v.status() == RecoveryStatus.OPEN).isPresent();
    return open ? "cancel" : "redirect:/recovery";
  }

  @PostMapping("/recovery/cancel")
  String cancel(@CookieValue(name = PageCookies.RECOVERY, required = false) String token) {
    if (token != null) {
      recoveries.cancel(token);
    }
    return "redirect:/recovery";
  }

  private static boolean isStill(int seen, RecoveryView view) {
    return view.stepNumber() == seen && view.status() == RecoveryStatus.OPEN;
  }

  private Optional<RecoveryView> find(String token) {
    return token == null ? Optional.empty() : recoveries.view(token);
  }
}
