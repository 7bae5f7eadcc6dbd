package dev.latchkey.web;

import com.microsoft.playwright.Page;
import dev.latchkey.recovery.RecoveryView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** The page "No code yet?" as people meet it, with the way there. */
final class NoCodeVisits {
  private static final String PAGE = "/recovery/no-code";
  private final Map<String, BiConsumer<FakeRecoveryService, Page>> all = new LinkedHashMap<>();

  private NoCodeVisits() {
    RecoveryView text = Situations.codeByTextMessage();
    RecoveryView mail = Situations.codeByEmail();
    visit("no-code-text-message", text, "");
    visit("no-code-email", Situations.with("not-received", mail), "");
    visit("no-code-app", Situations.appCode(), "");
    visit("no-code-app-clock", Situations.with("clock-off", Situations.appCode()), "");
    visit("no-code-contact", Situations.all().get("confirm-contact"), "spam-folder");
    visit("no-code-limited", Situations.with("limited", mail), "");
    visit("no-code-unreachable", LostCodes.after("unreachable", mail), "");
    visit("no-code-opted-out", LostCodes.after("opted-out", text), "");
    visit("no-code-mailbox-full", LostCodes.after("mailbox-full", text), "uses-app");
    visit("no-code-delivered", LostCodes.after("delivered", mail), "");
    visit("no-code-waiting", LostCodes.after("waiting", text), "");
    visit("no-code-blocked", text, "blocked-or-opted-out");
    visit("no-code-offline", text, "phone-offline");
    visit("no-code-spam", mail, "spam-folder");
    visit("no-code-late", Situations.backupCode(), "carrier");
  }

  static Map<String, BiConsumer<FakeRecoveryService, Page>> all() {
    return new NoCodeVisits().all;
  }

  private void visit(String name, RecoveryView view, String symptom) {
    all.put(
        name,
        (service, page) -> {
          service.show(view);
          page.navigate(symptom.isEmpty() ? PAGE : PAGE + "?symptom=" + symptom);
          page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
        });
  }
}
