package dev.latchkey.web;

import dev.latchkey.help.HelpAction;
import dev.latchkey.help.HelpArticle;
import dev.latchkey.help.HelpCentre;
import dev.latchkey.help.HelpTopics;
import dev.latchkey.help.StartNumbers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The help centre. Says the same to everybody; only whoever is under way also gets the way back.
 */
@Controller
class HelpController {
  private static final String QUERY = "q";
  private final HelpCentre help;
  private final StartNumbers numbers;
  private final StepPlaces places;
  private final PageTexts texts;

  HelpController(HelpCentre help, StartNumbers numbers, StepPlaces places, PageTexts texts) {
    this.help = help;
    this.numbers = numbers;
    this.places = places;
    this.texts = texts;
  }

  @GetMapping("/help")
  String search(
      @RequestParam(name = QUERY, defaultValue = "") String typed,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    model.addAttribute("query", typed);
    model.addAttribute("back", back(request));
    if (typed.codePointCount(0, typed.length()) > HelpCentre.LONGEST_SEARCH) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      String problem = texts.problem(locale, "search", "too-long", HelpCentre.LONGEST_SEARCH);
      model.addAttribute("problem", new FieldProblem(QUERY, problem));
    } else if (!typed.isBlank()) {
      model.addAttribute("found", help.search(typed, locale));
    }
    model.addAttribute("shelves", help.shelves(locale));
    return "help";
  }

  @GetMapping("/help/{topic:[a-z-]+}")
  String topic(
      @PathVariable("topic") String topic, Locale locale, Model model, HttpServletRequest request) {
    HelpArticle article =
        help.article(topic, locale)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String back = back(request);
    HelpAction action = article.topic().action();
    boolean resumes = back != null && action.resumes();
    model.addAttribute("article", article);
    model.addAttribute("related", help.related(article.topic(), locale));
    model.addAttribute("numbers", numbers(topic, locale));
    model.addAttribute("back", back);
    model.addAttribute("next", resumes ? back : action.path());
    model.addAttribute(
        "button", resumes ? texts.first(locale, null, "help.back") : help.button(action, locale));
    return "help/topic";
  }

  /** Where to text to, on the page that says how to get text messages again. */
  private List<String> numbers(String topic, Locale locale) {
    return topic.equals(HelpTopics.BLOCKED_SENDER) ? numbers.tell(null, locale) : List.of();
  }

  private String back(HttpServletRequest request) {
    return places.running(request).map(StepPlace::base).orElse(null);
  }
}
