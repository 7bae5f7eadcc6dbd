package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.account.Sessions;
import dev.latchkey.proof.LoginRequests;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the account is signed in, and signing out there. */
@Controller
@RequestMapping(SessionController.PAGE)
class SessionController {
  static final String PAGE = "/account/sessions";
  private static final String BACK = "redirect:" + PAGE;

  private final Sessions sessions;
  private final LoginRequests loginRequests;
  private final Devices devices;

  SessionController(Sessions sessions, LoginRequests loginRequests, Devices devices) {
    this.sessions = sessions;
    this.loginRequests = loginRequests;
    this.devices = devices;
  }

  /**
   * A session as the page shows it.
   *
   * @param device in plain words
   * @param here whether it is the one that looks at the page
   * @param approves whether it approves sign-ins
   */
  record Shown(
      String id, String device, Instant since, Instant used, boolean here, boolean approves) {}

  @GetMapping
  String show(SignedIn signedIn, Locale locale, Model model) {
    List<Shown> all =
        sessions.list(signedIn.account().id()).stream()
            .map(session -> shown(session, signedIn.session(), locale))
            .toList();
    model.addAttribute("sessions", all);
    model.addAttribute("others", all.stream().anyMatch(session -> !session.here()));
    return "sessions";
  }

  @PostMapping("/end")
  String end(SignedIn signedIn, @RequestParam("session") String id) {
    sessions.end(signedIn.account().id(), id);
    return BACK;
  }

  @PostMapping("/end-others")
  String endOthers(SignedIn signedIn) {
    sessions.endOthers(signedIn.session());
    return BACK;
  }

  private Shown shown(Session session, Session here, Locale locale) {
    return new Shown(
        session.id(),
        devices.of(session, locale),
        session.createdAt(),
        session.lastUsedAt(),
        session.id().equals(here.id()),
        loginRequests.enabledOn(session.id()));
  }
}
