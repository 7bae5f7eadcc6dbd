package dev.latchkey.web;

import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.AnswerResult;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes the form of a step that an analyst drew. */
@Controller
@RequestMapping({
  StepPlaces.RECOVERY + "/own-step",
  StepPlaces.SECOND_STEP + "/own-step",
  StepPlaces.NEW_ADDRESS + "/own-step"
})
class OwnStepController {
  private final AnswerPages pages;

  OwnStepController(AnswerPages pages) {
    this.pages = pages;
  }

  @PostMapping
  ModelAndView fill(
      StepVisit visit, @RequestParam("step") int step, @RequestParam Map<String, String> typed) {
    AnswerResult result =
        visit.place().steps().answer(visit.token(), step, new Answer.OwnForm(values(typed)));
    return pages.after(result, visit, typed);
  }

  /** Someone loads the page again that told of a problem. */
  @GetMapping
  String back(StepVisit visit) {
    return visit.back();
  }

  private static Map<String, Object> values(Map<String, String> typed) {
    Map<String, Object> values = new HashMap<>();
    typed.forEach(
        (name, text) -> {
          if (name.startsWith(OwnStepParts.PREFIX)) {
            values.put(name.substring(OwnStepParts.PREFIX.length()), text);
          }
        });
    return values;
  }
}
