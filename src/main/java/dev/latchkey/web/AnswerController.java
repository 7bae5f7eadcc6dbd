package dev.latchkey.web;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.RecoveryMessage;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes what a person submits on the step page. */
@Controller
@RequestMapping({StepPlaces.RECOVERY, StepPlaces.SECOND_STEP, StepPlaces.NEW_ADDRESS})
class AnswerController {
  private final AnswerPages pages;

  AnswerController(AnswerPages pages) {
    this.pages = pages;
  }

  @PostMapping("/code")
  ModelAndView code(
      StepVisit visit,
      @RequestParam("step") int step,
      @RequestParam("message") String message,
      @RequestParam(name = "code", defaultValue = "") String code) {
    return answer(visit, step, new Answer.Code(codeMessage(message), code), Map.of());
  }

  @PostMapping("/resend")
  ModelAndView resend(StepVisit visit, @RequestParam("step") int step) {
    return answer(visit, step, new Answer.Resend(), Map.of());
  }

  @PostMapping("/another-way")
  ModelAndView anotherWay(
      StepVisit visit,
      @RequestParam("step") int step,
      @RequestParam(name = "way", defaultValue = "") String way) {
    Way wanted = way.isEmpty() ? null : Way.ofKey(way).orElseThrow(AnswerController::bad);
    return answer(visit, step, new Answer.AnotherWay(wanted), Map.of());
  }

  @PostMapping("/support-answer")
  ModelAndView supportAnswer(
      StepVisit visit, @RequestParam("step") int step, @RequestParam Map<String, String> fields) {
    SupportAnswerForm form = new SupportAnswerForm(fields);
    return answer(visit, step, form.answer(), form.typed());
  }

  @PostMapping("/password")
  ModelAndView password(
      StepVisit visit,
      @RequestParam("step") int step,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "repeated", defaultValue = "") String repeated) {
    return answer(visit, step, new Answer.NewPassword(password, repeated), Map.of());
  }

  /** Someone loads the page again that told of a problem. */
  @GetMapping({"/code", "/resend", "/another-way", "/support-answer", "/password"})
  String back(StepVisit visit) {
    return visit.back();
  }

  private ModelAndView answer(StepVisit visit, int step, Answer answer, Map<String, String> typed) {
    AnswerResult result = visit.place().steps().answer(visit.token(), step, answer);
    return pages.after(result, visit, typed);
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
