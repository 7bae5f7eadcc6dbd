package dev.latchkey.web;

import dev.latchkey.help.CodeNews;
import dev.latchkey.recovery.RecoveryView;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lets an open page hear that its code was delivered. Apart from the step, so that nothing is
 * touched that a person is typing.
 */
@Controller
@RequestMapping({StepPlaces.RECOVERY, StepPlaces.SECOND_STEP, StepPlaces.NEW_ADDRESS})
class DeliveryController {
  private final DeliveryLines lines;

  DeliveryController(DeliveryLines lines) {
    this.lines = lines;
  }

  /**
   * Nothing while the code is on its way, or when the page shows a step that is over.
   *
   * @param seen number of the step that the page shows
   */
  @GetMapping("/delivery")
  String poll(
      StepVisit visit, @RequestParam("seen") int seen, Model model, HttpServletResponse response) {
    Optional<RecoveryView> view = visit.view().filter(shown -> shown.stepNumber() == seen);
    CodeNews delivered = view.map(lines::delivered).orElse(null);
    if (delivered == null) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    model.addAttribute("code", delivered);
    return "delivery :: delivered";
  }
}
