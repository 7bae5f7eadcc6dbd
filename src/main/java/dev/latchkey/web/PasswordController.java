package dev.latchkey.web;

import dev.latchkey.account.PasswordChange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Choosing another password. */
@Controller
class PasswordController {
  static final String PAGE = "/account/password";
  private static final String VIEW = "account/password";
  private final PasswordChange passwords;
  private final RecentSignIn recent;
  private final PageTexts texts;

  PasswordController(PasswordChange passwords, RecentSignIn recent, PageTexts texts) {
    this.passwords = passwords;
    this.recent = recent;
    this.texts = texts;
  }

  @GetMapping(PAGE)
  String ask(SignedIn me, Model model) {
    describe(me, model);
    return recent.redirectIfStale(me.session(), PAGE).orElse(VIEW);
  }

  @PostMapping(PAGE)
  String change(
      SignedIn me,
      @RequestParam(name = "present", defaultValue = "") String present,
      @RequestParam(name = "password", defaultValue = "") String password,
      @RequestParam(name = "repeated", defaultValue = "") String repeated,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    PasswordChange.Result result =
        passwords.change(me.session(), present, password, repeated, request.getRemoteAddr());
    if (result instanceof PasswordChange.Result.Changed) {
      return Done.PASSWORD_CHANGED.on(OverviewController.PAGE);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    describe(me, model);
    model.addAttribute("problem", problem(result, locale));
    return VIEW;
  }

  private static void describe(SignedIn me, Model model) {
    model.addAttribute("userName", me.account().userName());
    model.addAttribute("tooShort", me.account().needsLongerPassword());
  }

  private FieldProblem problem(PasswordChange.Result result, Locale locale) {
    if (result instanceof PasswordChange.Result.Weak weak) {
      return texts.weakPassword(locale, weak.rule(), weak.limit());
    }
    return new FieldProblem("present", texts.problem(locale, "present", "wrong"));
  }
}
