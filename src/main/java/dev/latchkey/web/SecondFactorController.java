package dev.latchkey.web;

import dev.latchkey.account.SecondFactor;
import dev.latchkey.directory.AddressKind;
import dev.latchkey.proof.AuthenticatorApp;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Turning the second step at sign-in on and off. */
@Controller
class SecondFactorController {
  private static final String PAGE = "/account/second-factor";
  private static final String OFF = "/account/second-factor/off";
  private final SecondFactor secondFactor;
  private final AuthenticatorApp app;
  private final RecentSignIn recent;

  SecondFactorController(SecondFactor secondFactor, AuthenticatorApp app, RecentSignIn recent) {
    this.secondFactor = secondFactor;
    this.app = app;
    this.recent = recent;
  }

  @GetMapping(PAGE)
  String show(SignedIn me, Model model) {
    model.addAttribute("on", me.account().secondFactor());
    model.addAttribute("app", app.enrolled(me.account().id()));
    model.addAttribute(
        "phones",
        me.account().verified().stream().filter(a -> a.kind() == AddressKind.PHONE).toList());
    return recent.redirectIfStale(me.session(), PAGE).orElse("account/second-factor");
  }

  @PostMapping(PAGE)
  String turnOn(SignedIn me, Model model) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    if (secondFactor.turnOn(me.session()) instanceof SecondFactor.TurnOn.Done done) {
      return ShownCodes.afterTurningOn(done.backupCodes()).in(model);
    }
    return "redirect:" + PAGE;
  }

  @GetMapping(OFF)
  String ask(SignedIn me, Model model) {
    model.addAttribute("question", new Question("factor-off", "", OFF, null, PAGE));
    return recent.redirectIfStale(me.session(), PAGE).orElse(Question.VIEW);
  }

  @PostMapping(OFF)
  String turnOff(SignedIn me) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    return secondFactor.turnOff(me.session())
        ? Done.SECOND_FACTOR_OFF.on(OverviewController.PAGE)
        : "redirect:" + PAGE;
  }
}
