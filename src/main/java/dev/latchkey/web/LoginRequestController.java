package dev.latchkey.web;

import dev.latchkey.account.LoginDevices;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.LoginRequests.Approval;
import dev.latchkey.recovery.ConcurrentChange;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Approving sign-ins on a device that is signed in, and whether this device may. */
@Controller
@RequestMapping(LoginRequestController.PAGE)
class LoginRequestController {
  static final String PAGE = "/account/login-requests";
  private static final String BACK = "redirect:" + PAGE;

  private static final List<String> SAID = List.of("approved", "denied", "dead", "again");

  private final LoginRequests requests;
  private final LoginDevices devices;
  private final Devices deviceNames;
  private final RecentSignIn recent;
  private final SessionCookies sessionCookies;
  private final PageTexts texts;

  LoginRequestController(
      LoginRequests requests,
      LoginDevices devices,
      Devices deviceNames,
      RecentSignIn recent,
      SessionCookies sessionCookies,
      PageTexts texts) {
    this.requests = requests;
    this.devices = devices;
    this.deviceNames = deviceNames;
    this.recent = recent;
    this.sessionCookies = sessionCookies;
    this.texts = texts;
  }

  /**
   * @param said what the last answer led to: a part of a text key, or anything else for nothing
   */
  @GetMapping
  String show(
      SignedIn signedIn,
      @RequestParam(name = "said", required = false) String said,
      Locale locale,
      Model model) {
    fill(model, signedIn, locale, null, null);
    model.addAttribute("said", said != null && SAID.contains(said) ? said : null);
    return "login-requests";
  }

  /**
   * What an open page asks every few seconds: nothing while the list stands, else the new one.
   *
   * @param seen stands for the list that the page shows
   */
  @GetMapping("/list")
  String poll(
      SignedIn signedIn,
      @RequestParam("seen") String seen,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    fill(model, signedIn, locale, null, null);
    if (seen.equals(model.getAttribute("seen"))) {
      response.setStatus(HttpStatus.NO_CONTENT.value());
      return null;
    }
    return "login-requests :: list";
  }

  @PostMapping("/approve")
  String approve(
      SignedIn signedIn,
      @RequestParam("request") String request,
      @RequestParam(name = "number", defaultValue = "") String number,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    String accountId = signedIn.account().id();
    Approval approval = requests.approve(accountId, signedIn.session().id(), request, number);
    if (approval != Approval.WRONG_NUMBER) {
      return BACK + "?said=" + approval.name().toLowerCase(Locale.ROOT);
    }
    fill(model, signedIn, locale, request, texts.problem(locale, "number", "wrong"));
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return "login-requests";
  }

  @PostMapping("/deny")
  String deny(SignedIn signedIn, @RequestParam("request") String request) {
    boolean denied = requests.deny(signedIn.account().id(), signedIn.session().id(), request);
    return BACK + (denied ? "?said=denied" : "?said=dead");
  }

  @PostMapping("/on")
  String turnOn(SignedIn signedIn, HttpServletResponse response) {
    Optional<String> askAgain = recent.redirectIfStale(signedIn.session(), PAGE);
    if (askAgain.isPresent()) {
      return askAgain.get();
    }
    devices.turnOn(signedIn.session());
    sessionCookies.keep(signedIn.session(), signedIn.token(), response);
    return BACK;
  }

  @PostMapping("/off")
  String turnOff(SignedIn signedIn, HttpServletResponse response) {
    devices.turnOff(signedIn.session());
    sessionCookies.keep(signedIn.session(), signedIn.token(), response);
    return BACK;
  }

  /** The sign-in moved on at the same moment, so the answer was taken back as a whole. */
  @ExceptionHandler(ConcurrentChange.class)
  String again() {
    return BACK + "?said=again";
  }

  /** Someone loads the page again that told of a wrong number. */
  @GetMapping({"/approve", "/deny", "/on", "/off"})
  String back() {
    return BACK;
  }

  private void fill(Model model, SignedIn signedIn, Locale locale, String wrongId, String problem) {
    boolean on = devices.on(signedIn.session());
    List<ShownRequest> shown =
        on
            ? requests.openOf(signedIn.account().id()).stream()
                .map(
                    request ->
                        new ShownRequest(
                            request.id(),
                            deviceNames.of(request.device(), locale),
                            request.network(),
                            request.openedAt(),
                            Objects.equals(request.id(), wrongId) ? problem : null))
                .toList()
            : List.of();
    model.addAttribute("on", on);
    model.addAttribute("requests", shown);
    model.addAttribute("failed", shown.stream().anyMatch(request -> request.problem() != null));
    model.addAttribute(
        "seen", Integer.toHexString(shown.stream().map(ShownRequest::id).toList().hashCode()));
  }
}
