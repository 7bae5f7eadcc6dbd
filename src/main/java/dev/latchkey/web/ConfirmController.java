package dev.latchkey.web;

import dev.latchkey.account.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks somebody who is signed in to show again who they are, and leads back to where they were. */
@Controller
@RequestMapping(RecentSignIn.CONFIRM)
class ConfirmController {
  private static final String NEXT = "next";
  private final SignIn signIn;
  private final SessionCookies sessionCookies;
  private final SecondStepStart secondStep;
  private final PageTexts texts;

  ConfirmController(
      SignIn signIn, SessionCookies sessionCookies, SecondStepStart secondStep, PageTexts texts) {
    this.signIn = signIn;
    this.sessionCookies = sessionCookies;
    this.secondStep = secondStep;
    this.texts = texts;
  }

  @GetMapping
  String ask(
      SignedIn signedIn, @RequestParam(name = NEXT, required = false) String next, Model model) {
    return page(signedIn, next, model);
  }

  @PostMapping
  String confirm(
      SignedIn signedIn,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = NEXT, required = false) String next,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!signIn.confirm(signedIn.account(), password, request.getRemoteAddr())) {
      model.addAttribute(
          "problem", new FieldProblem("password", texts.problem(locale, "confirm", "refused")));
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return page(signedIn, next, model);
    }
    String known = RecentSignIn.known(next);
    if (signedIn.account().secondFactor()) {
      return secondStep.open(signedIn.account(), known, request, response);
    }
    boolean renewed = sessionCookies.renew(signedIn.session(), response);
    return "redirect:" + (renewed ? known : NotSignedInAdvice.SIGN_IN);
  }

  private static String page(SignedIn signedIn, String next, Model model) {
    model.addAttribute("account", signedIn.account());
    model.addAttribute(NEXT, RecentSignIn.known(next));
    return "confirm";
  }
}
