package dev.latchkey.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.latchkey.directory.PasswordRule;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.OpenResult;
import dev.latchkey.recovery.RecoveryService.Objection;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.form.FormFault;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Every page that a person can come to, by name, with the way there. */
final class Visits {
  private final Map<String, BiConsumer<FakeRecoveryService, Page>> all = new LinkedHashMap<>();

  private Visits() {
    Situations.all().forEach((name, view) -> all.put(name, at(view, page -> {})));
    plainPages();
    refusedInputs();
    objections();
    ServiceVisits.all().forEach(all::put);
    all.putAll(NoCodeVisits.all());
    SignInVisits.all().forEach((name, way) -> all.put(name, (service, page) -> way.accept(page)));
    HelpVisits.all().forEach((name, visit) -> all.put(name, (service, page) -> visit.accept(page)));
    SettingsVisits.all()
        .forEach((name, visit) -> all.put(name, (service, page) -> visit.accept(page)));
  }

  static Map<String, BiConsumer<FakeRecoveryService, Page>> all() {
    return new Visits().all;
  }

  private void plainPages() {
    visit("start", "/");
    visit("start-gone", "/?gone=1");
    visit("moved", "/recovery?moved=1");
    visit("cancel", "/recovery/cancel");
    all.put(
        "sign-in",
        (service, page) -> {
          page.context().clearCookies();
          page.navigate("/account/sign-in");
        });
    visit("account", "/account");
    visit("mailroom", "/mailroom");
    visit("link", "/recovery/link?t=" + FakeRecoveryService.LINK);
    visit("link-over", "/recovery/link?t=used");
    visit("problem-type", "/problems/not-waited-for");
    visit("error-not-found", "/no-such-page");
    visit("error-unclear", "/recovery/step");
  }

  private void refusedInputs() {
    all.put(
        "start-bad-identifier",
        (service, page) -> {
          service.openWith(new OpenResult.BadIdentifier());
          page.navigate("/");
          page.fill("#identifier", "<script>alert(1)</script>");
          page.click("main form .button");
          page.waitForSelector("#identifier-problem");
        });
    RecoveryView password = Situations.choosePassword();
    refused(
        "choose-password-weak",
        password,
        new AnswerResult.WeakPassword(PasswordRule.TOO_SHORT, 15, password));
    refused(
        "choose-password-differs",
        password,
        new AnswerResult.WeakPassword(PasswordRule.NOT_REPEATED, 0, password));
    RecoveryView code = Situations.codeByTextMessage();
    refused("enter-code-missing", code, new AnswerResult.Unusable("code", "code-missing", code));
    RecoveryView describe = Situations.describe();
    refused(
        "describe-situation-bad-contact",
        describe,
        new AnswerResult.Unusable("contact", "contact-invalid", describe));
    RecoveryView waiting = Situations.at("await-review", Way.HUMAN_REVIEW);
    RecoveryView own = Situations.ownStep();
    all.put(
        "own-step-checked",
        at(
            own,
            page -> {
              page.click("#own-step .button");
              page.waitForSelector(".fjs-form-field-error");
            }));
    all.put(
        "own-step-refused",
        at(
            own,
            service ->
                service.answerWith(
                    new AnswerResult.UnusableForm(
                        List.of(
                            new FormFault("petName", "required", null),
                            new FormFault("petKind", "required", null),
                            new FormFault("petAge", "too-large", "40"),
                            new FormFault("toldOthers", "not-offered", null),
                            new FormFault("sure", "required", null)),
                        own)),
            page -> {
              page.waitForSelector(".own-form");
              page.evaluate("HTMLFormElement.prototype.submit.call(document.forms['own-step'])");
              page.waitForSelector("#step .problem");
            }));
    all.put("await-review-bad-file", at(waiting, Visits::sendsABadFile));
    all.put("describe-situation-bad-file", at(describe, Visits::sendsABadFile));
    all.put("withdraw", at(waiting, page -> page.navigate("/recovery/cancel")));
    all.put(
        "sign-in-refused",
        (service, page) -> {
          page.context().clearCookies();
          page.navigate("/account/sign-in");
          page.fill("#identifier", "aiko");
          page.click("main form .button");
        });
    all.put(
        "error-stale",
        (service, page) -> {
          page.navigate("/");
          page.context().clearCookies();
          page.click("main form .button:not(.secondary)");
        });
  }

  private void objections() {
    objection("not-me", RecoveryStatus.OPEN, true);
    objection("not-me-stopped", RecoveryStatus.STOPPED, false);
    objection("not-me-too-late", RecoveryStatus.RESTORED, false);
    visit("not-me-unknown", "/not-me?t=unknown");
  }

  private static void sendsABadFile(Page page) {
    byte[] drawing = "<svg/>".getBytes(StandardCharsets.UTF_8);
    page.setInputFiles("#file", new FilePayload("plan.svg", "image/svg+xml", drawing));
    page.click("form:has(#file) button");
    page.waitForSelector("#file-problem");
  }

  private void visit(String name, String path) {
    all.put(name, (service, page) -> page.navigate(path));
  }

  private void refused(String name, RecoveryView view, AnswerResult result) {
    all.put(
        name,
        at(
            view,
            service -> service.answerWith(result),
            page -> {
              page.click("#step form .button:not(.secondary)");
              page.waitForSelector("#step .problem");
            }));
  }

  private void objection(String name, RecoveryStatus status, boolean stoppable) {
    all.put(
        name,
        (service, page) -> {
          service.objectionIs(
              new Objection(
                  CasePurpose.PASSWORD, status, stoppable, Situations.NOW, Locale.ENGLISH));
          page.navigate("/not-me?t=" + FakeRecoveryService.OBJECTION);
        });
  }

  private static BiConsumer<FakeRecoveryService, Page> at(RecoveryView view, Consumer<Page> then) {
    return at(view, service -> {}, then);
  }

  private static BiConsumer<FakeRecoveryService, Page> at(
      RecoveryView view, Consumer<FakeRecoveryService> with, Consumer<Page> then) {
    return (service, page) -> {
      service.show(view);
      with.accept(service);
      page.navigate("/recovery");
      then.accept(page);
    };
  }
}
