package dev.latchkey.web;

import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.RecoveryService;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The link in an e-mail, for those who do not type the code. Mail scanners open links; only the
 * button on the page uses it.
 */
@Controller
class LinkController {
  private final RecoveryService recoveries;
  private final AnswerPages pages;
  private final StepPlaces places;

  LinkController(RecoveryService recoveries, AnswerPages pages, StepPlaces places) {
    this.recoveries = recoveries;
    this.pages = pages;
    this.places = places;
  }

  @GetMapping("/recovery/link")
  String ask(@RequestParam(name = "t", defaultValue = "") String link, Model model) {
    model.addAttribute("usable", !link.isEmpty() && recoveries.linkUsable(link));
    model.addAttribute("link", link);
    return "link";
  }

  @PostMapping("/recovery/link")
  ModelAndView use(@RequestParam(name = "t", defaultValue = "") String link) {
    AnswerResult result = recoveries.useLink(link);
    return result instanceof AnswerResult.Taken
        ? pages.after(result, new StepVisit(places.at(StepPlaces.RECOVERY), ""), Map.of())
        : new ModelAndView("redirect:/recovery/link");
  }
}
