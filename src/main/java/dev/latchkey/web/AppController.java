package dev.latchkey.web;

import dev.latchkey.account.AppEnrolment;
import dev.latchkey.account.AppSecret;
import dev.latchkey.proof.AuthenticatorApp;
import dev.latchkey.proof.CheckOutcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Setting up, replacing and removing the authenticator app. */
@Controller
class AppController {
  private static final String PAGE = "/account/app";
  private static final String NEW = "/account/app/new";
  private static final String REMOVE = "/account/app/remove";
  private final AppEnrolment enrolment;
  private final AuthenticatorApp app;
  private final RecentSignIn recent;
  private final PageTexts texts;

  AppController(
      AppEnrolment enrolment, AuthenticatorApp app, RecentSignIn recent, PageTexts texts) {
    this.enrolment = enrolment;
    this.app = app;
    this.recent = recent;
    this.texts = texts;
  }

  @GetMapping(PAGE)
  String show(SignedIn me, Model model) {
    model.addAttribute("app", app.enrolled(me.account().id()));
    model.addAttribute("secondFactor", me.account().secondFactor());
    return recent.redirectIfStale(me.session(), PAGE).orElse("account/app");
  }

  @PostMapping(PAGE)
  String begin(SignedIn me) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    enrolment.begin(me.session());
    return "redirect:" + NEW;
  }

  @GetMapping(NEW)
  String showSecret(SignedIn me, Model model) {
    return recent.redirectIfStale(me.session(), PAGE).orElseGet(() -> secret(me, model));
  }

  @PostMapping(NEW)
  String confirm(
      SignedIn me,
      @RequestParam(name = "code", defaultValue = "") String code,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    AppEnrolment.Confirmation confirmation = enrolment.confirm(me.session(), code);
    if (confirmation instanceof AppEnrolment.Confirmation.Added added) {
      return added.turnedOn()
          ? ShownCodes.afterTurningOn(added.backupCodes()).in(model)
          : Done.APP_ADDED.on(PAGE);
    }
    CheckOutcome why = ((AppEnrolment.Confirmation.Refused) confirmation).why();
    if (why == CheckOutcome.EXPIRED) {
      return Done.APP_EXPIRED.on(PAGE);
    }
    String text = texts.problem(locale, "app", why.key());
    model.addAttribute("problem", new FieldProblem("code", text));
    response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    return secret(me, model);
  }

  @GetMapping(REMOVE)
  String ask(SignedIn me, Model model) {
    model.addAttribute("question", new Question("app", "", REMOVE, null, PAGE));
    return recent.redirectIfStale(me.session(), PAGE).orElse(Question.VIEW);
  }

  @PostMapping(REMOVE)
  String remove(SignedIn me) {
    Optional<String> stale = recent.redirectIfStale(me.session(), PAGE);
    if (stale.isPresent()) {
      return stale.get();
    }
    return switch (enrolment.remove(me.session())) {
      case REMOVED -> Done.APP_REMOVED.on(PAGE);
      case SECOND_FACTOR_OFF -> Done.APP_REMOVED_FACTOR_OFF.on(OverviewController.PAGE);
      case NO_APP -> "redirect:" + PAGE;
    };
  }

  /** The page of the waiting secret; without one, the page on which to begin. */
  private String secret(SignedIn me, Model model) {
    Optional<AppSecret> waiting = enrolment.waiting(me.account());
    if (waiting.isEmpty()) {
      return "redirect:" + PAGE;
    }
    model.addAttribute("secret", waiting.get());
    model.addAttribute("qr", QrCode.of(waiting.get().uri()));
    model.addAttribute("replaces", app.enrolled(me.account().id()));
    return "account/app-new";
  }
}
