package dev.latchkey.web;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryService;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes what a person submits on the step page. */
@Controller
class AnswerController {
  private final RecoveryService recoveries;
  private final AnswerPages pages;

  AnswerController(RecoveryService recoveries, AnswerPages pages) {
    this.recoveries = recoveries;
    this.pages = pages;
  }

  @PostMapping("/recovery/code")
  ModelAndView code(
      @CookieValue(name = PageCookies.RECOVERY, defaultValue = "") String token,
      @RequestParam("step") int step,
      @RequestParam("message") String message,
      @RequestParam(name = "code", defaultValue = "") String code) {
    return answer(token, step, new Answer.Code(codeMessage(message), code), Map.of());
  }

  @PostMapping("/recovery/resend")
  ModelAndView resend(
      @CookieValue(name = PageCookies.RECOVERY, defaultValue = "") String token,
      @RequestParam("step") int step) {
    return answer(token, step, new Answer.Resend(), Map.of());
  }

  @PostMapping("/recovery/another-way")
  ModelAndView anotherWay(
      @CookieValue(name = PageCookies.RECOVERY, defaultValue = "") String token,
      @RequestParam("step") int step,
      @RequestParam(name = "way", defaultValue = "") String way) {
    Way wanted = way.isEmpty() ? null : Way.ofKey(way).orElseThrow(AnswerController::bad);
    return answer(token, step, new Answer.AnotherWay(wanted), Map.of());
  }

  @PostMapping("/recovery/statement")
  ModelAndView statement(
      @CookieValue(name = PageCookies.RECOVERY, defaultValue = "") String token,
      @RequestParam("step") int step,
      @ModelAttribute StatementForm form) {
    return answer(token, step, form.answer(), form.typed());
  }

  @PostMapping("/recovery/password")
  ModelAndView password(
      @CookieValue(name = PageCookies.RECOVERY, defaultValue = "") String token,
      @RequestParam("step") int step,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "repeated", defaultValue = "") String repeated) {
    return answer(token, step, new Answer.NewPassword(password, repeated), Map.of());
  }

  /** Someone loads the page again that told of a problem. */
  @GetMapping({
    "/recovery/code",
    "/recovery/resend",
    "/recovery/another-way",
    "/recovery/statement",
    "/recovery/password"
  })
  String back() {
    return "redirect:/recovery";
  }

  private ModelAndView answer(String token, int step, Answer answer, Map<String, String> typed) {
    AnswerResult result = recoveries.answer(token, step, answer);
    return pages.after(result, token, typed);
  }

  private static RecoveryMessage codeMessage(String name) {
    return RecoveryMessage.ofName(name)
        .filter(m -> m.messageName().endsWith("CodeEntered"))
        .orElseThrow(AnswerController::bad);
  }

  private static ResponseStatusException bad() {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST);
  }
}
