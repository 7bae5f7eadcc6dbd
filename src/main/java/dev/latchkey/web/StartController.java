package dev.latchkey.web;

import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.OpenResult;
import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

/** The first page: which account is it? */
@Controller
class StartController {
  private static final String FIELD = "identifier";
  private static final String LOST = "lost";
  private final RecoveryService recoveries;
  private final StepPlaces places;
  private final PageCookies cookies;
  private final PageTexts texts;
  private final Clock clock;

  StartController(
      RecoveryService recoveries,
      StepPlaces places,
      PageCookies cookies,
      PageTexts texts,
      Clock clock) {
    this.recoveries = recoveries;
    this.places = places;
    this.cookies = cookies;
    this.texts = texts;
    this.clock = clock;
  }

  @GetMapping("/")
  String start(
      @CookieValue(name = PageCookies.RECOVERY, required = false) String token,
      @RequestParam(name = "gone", required = false) String gone,
      @RequestParam(name = LOST, defaultValue = "password") String lost,
      Model model) {
    model.addAttribute(LOST, purpose(lost).key());
    model.addAttribute("gone", gone != null);
    model.addAttribute("running", running(token).isPresent());
    return "start";
  }

  @PostMapping("/")
  String open(
      @RequestParam(name = FIELD, defaultValue = "") String typed,
      @RequestParam(name = LOST, defaultValue = "password") String lost,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    OpenResult result = recoveries.open(typed, purpose(lost), locale, Clients.of(request));
    if (result instanceof OpenResult.Opened opened) {
      response.addHeader(
          HttpHeaders.SET_COOKIE, cookies.steps(places.at(StepPlaces.RECOVERY), opened.token()));
      return "redirect:/recovery";
    }
    model.addAttribute(FIELD, typed);
    model.addAttribute(LOST, lost);
    model.addAttribute("problem", problem(result, locale, response));
    return "start";
  }

  /** Whatever the form does not know is a forgotten password. */
  private static CasePurpose purpose(String lost) {
    return lost.equals(CasePurpose.SECOND_FACTOR.key())
        ? CasePurpose.SECOND_FACTOR
        : CasePurpose.PASSWORD;
  }

  private FieldProblem problem(OpenResult result, Locale locale, HttpServletResponse response) {
    if (result instanceof OpenResult.TooMany tooMany) {
      long seconds = secondsUntil(tooMany.retryAt());
      response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
      long minutes = (seconds + 59) / 60;
      return new FieldProblem(FIELD, texts.problem(locale, FIELD, "too-many", minutes));
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return new FieldProblem(FIELD, texts.problem(locale, FIELD, "unusable"));
  }

  private long secondsUntil(Instant time) {
    return Math.max(1, Duration.between(clock.instant(), time).toSeconds());
  }

  private Optional<RecoveryView> running(String token) {
    return token == null
        ? Optional.empty()
        : recoveries.view(token).filter(view -> view.status() == RecoveryStatus.OPEN);
  }
}
