package dev.latchkey.web;

import dev.latchkey.account.Sessions;
import dev.latchkey.account.SignIn;
import dev.latchkey.account.SignInResult;
import dev.latchkey.recovery.Client;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in with the password, from where a second step may follow, and signing out. */
@Controller
class SignInController {
  private final SignIn signIn;
  private final Sessions sessions;
  private final SignedInPeople people;
  private final SessionCookies sessionCookies;
  private final SecondStepStart secondStep;
  private final PageCookies cookies;
  private final PageTexts texts;

  SignInController(
      SignIn signIn,
      Sessions sessions,
      SignedInPeople people,
      SessionCookies sessionCookies,
      SecondStepStart secondStep,
      PageCookies cookies,
      PageTexts texts) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.people = people;
    this.sessionCookies = sessionCookies;
    this.secondStep = secondStep;
    this.cookies = cookies;
    this.texts = texts;
  }

  /**
   * @param gone present if a second step was looked for and there is none
   */
  @GetMapping(NotSignedInAdvice.SIGN_IN)
  String ask(
      @RequestParam(name = "gone", required = false) String gone,
      Model model,
      HttpServletRequest request) {
    model.addAttribute("gone", gone != null);
    return people.find(request).isPresent() ? "redirect:/account" : "sign-in";
  }

  @PostMapping(NotSignedInAdvice.SIGN_IN)
  String signIn(
      @RequestParam(name = "identifier", defaultValue = "") String identifier,
      @RequestParam(name = "password", defaultValue = "") String password,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Client client = Clients.of(request);
    SignInResult result = signIn.signIn(identifier, password, client.device(), client.address());
    if (result instanceof SignInResult.SignedIn signedIn) {
      sessionCookies.begin(signedIn.token(), request, response);
      return "redirect:/account";
    }
    if (result instanceof SignInResult.SecondFactorNeeded needed) {
      return secondStep.open(needed.account(), "/account", request, response);
    }
    model.addAttribute("identifier", identifier);
    model.addAttribute(
        "problem", new FieldProblem("identifier", texts.problem(locale, "sign-in", "refused")));
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return "sign-in";
  }

  @PostMapping("/account/sign-out")
  String signOut(
      @CookieValue(name = PageCookies.SESSION, defaultValue = "") String token,
      HttpServletResponse response) {
    sessions.end(token);
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.none(PageCookies.SESSION));
    return "redirect:" + NotSignedInAdvice.SIGN_IN;
  }
}
