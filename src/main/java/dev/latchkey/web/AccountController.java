package dev.latchkey.web;

import dev.latchkey.account.Sessions;
import dev.latchkey.account.SignIn;
import dev.latchkey.account.SignInResult;
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

/** Signing in with the password, the signed-in page, and signing out. */
@Controller
class AccountController {
  private static final String SIGN_IN = "redirect:/account/sign-in";
  private final SignIn signIn;
  private final Sessions sessions;
  private final PageCookies cookies;
  private final PageTexts texts;

  AccountController(SignIn signIn, Sessions sessions, PageCookies cookies, PageTexts texts) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookies = cookies;
    this.texts = texts;
  }

  @GetMapping("/account/sign-in")
  String ask() {
    return "sign-in";
  }

  @PostMapping("/account/sign-in")
  String signIn(
      @RequestParam(name = "identifier", defaultValue = "") String identifier,
      @RequestParam(name = "password", defaultValue = "") String password,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    String device = request.getHeader(HttpHeaders.USER_AGENT);
    SignInResult result = signIn.signIn(identifier, password, device, request.getRemoteAddr());
    if (result instanceof SignInResult.SignedIn signedIn) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookies.session(signedIn.token()));
      return "redirect:/account";
    }
    boolean second = result instanceof SignInResult.SecondFactorNeeded;
    String problem = second ? "second-factor" : "refused";
    model.addAttribute("identifier", identifier);
    model.addAttribute(
        "problem", new FieldProblem("identifier", texts.problem(locale, "sign-in", problem)));
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return "sign-in";
  }

  @GetMapping("/account")
  String account(SignedIn signedIn, Model model) {
    model.addAttribute("account", signedIn.account());
    return "account";
  }

  @PostMapping("/account/sign-out")
  String signOut(
      @CookieValue(name = PageCookies.SESSION, defaultValue = "") String token,
      HttpServletResponse response) {
    sessions.end(token);
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.none(PageCookies.SESSION));
    return SIGN_IN;
  }
}
