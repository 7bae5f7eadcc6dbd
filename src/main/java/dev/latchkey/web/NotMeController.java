package dev.latchkey.web;

import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.RecoveryService;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "This wasn't me": the way out in every notification. Opening the page changes nothing. */
@Controller
class NotMeController {
  private static final String TOKEN = "t";

  /** States in which a change of the account can be; they have texts of their own. */
  private static final Set<String> OF_CHANGES = Set.of("ask", "stopped", "restored");

  private final RecoveryService recoveries;

  NotMeController(RecoveryService recoveries) {
    this.recoveries = recoveries;
  }

  @GetMapping("/not-me")
  String ask(@RequestParam(name = TOKEN, defaultValue = "") String token, Model model) {
    Optional<RecoveryService.Objection> objection = recoveries.objection(token);
    model.addAttribute("token", token);
    model.addAttribute("objection", objection.orElse(null));
    model.addAttribute("state", objection.map(NotMeController::state).orElse("unknown"));
    model.addAttribute("texts", objection.map(NotMeController::texts).orElse("not-me.unknown"));
    model.addAttribute("change", objection.filter(NotMeController::isChange).isPresent());
    return "not-me";
  }

  /**
   * Answers with the page itself: objecting twice changes nothing, and a redirect would repeat the
   * token in one more address.
   */
  @PostMapping("/not-me")
  String stop(@RequestParam(name = TOKEN, defaultValue = "") String token, Model model) {
    recoveries.object(token);
    model.addAttribute(LanguageSwitch.HERE, "/not-me?t=" + token);
    return ask(token, model);
  }

  private static String state(RecoveryService.Objection objection) {
    return objection.stoppable() ? "ask" : objection.status().key();
  }

  /** What the keys of the page's texts begin with. */
  private static String texts(RecoveryService.Objection objection) {
    String state = state(objection);
    boolean own = isChange(objection) && OF_CHANGES.contains(state);
    return (own ? "not-me.change." : "not-me.") + state;
  }

  private static boolean isChange(RecoveryService.Objection objection) {
    return objection.purpose() == CasePurpose.ACCOUNT_CHANGE;
  }
}
