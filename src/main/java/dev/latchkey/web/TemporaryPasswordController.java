package dev.latchkey.web;

import dev.latchkey.account.AppPasswords;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Passwords for apps that cannot show a second step. */
@Controller
@RequestMapping(TemporaryPasswordController.PAGE)
class TemporaryPasswordController {
  static final String PAGE = "/account/temporary-passwords";
  private static final String VIEW = "temporary-passwords";
  private static final String APP = "app";

  private final AppPasswords passwords;
  private final RecentSignIn recent;
  private final PageTexts texts;

  TemporaryPasswordController(AppPasswords passwords, RecentSignIn recent, PageTexts texts) {
    this.passwords = passwords;
    this.recent = recent;
    this.texts = texts;
  }

  @GetMapping
  String show(SignedIn signedIn, Model model) {
    return page(signedIn, model);
  }

  /** Shows the password on the page that answers; it is nowhere afterwards. */
  @PostMapping
  String make(
      SignedIn signedIn,
      @RequestParam(name = APP, defaultValue = "") String typed,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Optional<String> askAgain = recent.redirectIfStale(signedIn.session(), PAGE);
    if (askAgain.isPresent()) {
      return askAgain.get();
    }
    String app = typed.strip();
    if (app.isEmpty() || app.length() > AppPasswords.LONGEST_NAME) {
      return refused("missing", typed, signedIn, locale, model, response);
    }
    Optional<String> made = passwords.make(signedIn.account().id(), app);
    if (made.isEmpty()) {
      return refused("too-many", typed, signedIn, locale, model, response);
    }
    model.addAttribute("made", made.get());
    model.addAttribute("madeFor", app);
    return page(signedIn, model);
  }

  @PostMapping("/revoke")
  String revoke(SignedIn signedIn, @RequestParam("password") String id) {
    passwords.revoke(signedIn.account().id(), id);
    return "redirect:" + PAGE;
  }

  private String refused(
      String problem,
      String typed,
      SignedIn signedIn,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    model.addAttribute("problem", new FieldProblem(APP, texts.problem(locale, APP, problem)));
    model.addAttribute(APP, typed);
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return page(signedIn, model);
  }

  private String page(SignedIn signedIn, Model model) {
    model.addAttribute("account", signedIn.account());
    model.addAttribute("passwords", passwords.list(signedIn.account().id()));
    return VIEW;
  }
}
