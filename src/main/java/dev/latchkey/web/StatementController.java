package dev.latchkey.web;

import dev.latchkey.review.AskedFacts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * Takes the request to support. A file that comes along is looked at first: if it cannot be used,
 * the person is told before the request goes out, and finds everything else as they typed it.
 */
@Controller
@RequestMapping(StepPlaces.RECOVERY + "/statement")
class StatementController {
  private final AnswerPages pages;
  private final EvidenceUploads uploads;
  private final AskedFacts facts;

  StatementController(AnswerPages pages, EvidenceUploads uploads, AskedFacts facts) {
    this.pages = pages;
    this.uploads = uploads;
    this.facts = facts;
  }

  @PostMapping
  ModelAndView send(
      StepVisit visit,
      @RequestParam("step") int step,
      @RequestParam Map<String, String> typed,
      @RequestParam(name = EvidenceUploads.FIELD, required = false) MultipartFile file,
      HttpServletRequest request) {
    boolean sent = file != null && !file.isEmpty();
    Optional<ModelAndView> refused =
        sent ? uploads.refusal(visit, file, typed, request) : Optional.empty();
    return refused.orElseGet(() -> answered(visit, step, typed));
  }

  /** Someone loads the page again that told of a problem. */
  @GetMapping
  String back(StepVisit visit) {
    return visit.back();
  }

  private ModelAndView answered(StepVisit visit, int step, Map<String, String> typed) {
    StatementForm form = new StatementForm(typed);
    return pages.after(
        visit.place().steps().answer(visit.token(), step, form.answer(facts.list())), visit, typed);
  }
}
