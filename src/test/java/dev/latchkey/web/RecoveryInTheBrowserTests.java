package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.latchkey.account.DemoAccount;
import dev.latchkey.account.DemoAccounts;
import dev.latchkey.review.ReadOutCodes;
import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People at their phones, a supporter in Tasklist, the whole application between them. */
class RecoveryInTheBrowserTests extends BrowserTest {
  private static final String NEW_PASSWORD = "violet harbour lantern 42";

  @Autowired DemoAccounts demo;
  @Autowired TaskService tasks;
  @Autowired IdentityService identity;
  @Autowired ReadOutCodes readOut;

  private Page phone;

  @BeforeEach
  void takeThePhone() {
    phone = newPage(390, 844);
  }

  private void asksToGetIn(String identifier) {
    phone.navigate(at("/"));
    phone.fill("#identifier", identifier);
    phone.click("main form button.button");
  }

  private void enters(String code) {
    phone.fill("input[name=code]", code);
    submits();
  }

  private void submits() {
    phone.click("#step form button.button:not(.secondary)");
  }

  private void choosesPassword() {
    phone.fill("input[name=password]", NEW_PASSWORD);
    phone.fill("input[name=repeated]", NEW_PASSWORD);
    submits();
  }

  private DemoAccount account(String name) {
    return demo.list().stream()
        .filter(account -> account.identifiers().contains(name))
        .findFirst()
        .orElseThrow();
  }

  private String identifier(String name, String sign) {
    return account(name).identifiers().stream()
        .filter(identifier -> identifier.contains(sign))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void A2_byTextMessage_aNewPassword_andSignedInWithIt() {
    String number = identifier("aiko", "+");
    asksToGetIn(number);
    eventually(phone.locator("input[name=code]"));
    enters(codeSentTo(number, 1));
    eventually(phone.locator("input[name=repeated]"));
    choosesPassword();
    eventually(phone.locator("a[href='/account/sign-in']"));

    phone.navigate(at("/account/sign-in"));
    phone.fill("#identifier", "aiko");
    phone.fill("input[name=password]", NEW_PASSWORD);
    phone.click("main form button.button");
    assertThat(phone).hasURL(at("/account"));
  }

  @Test
  void A4_twoMinutesTwice_thenByEmail() {
    String number = identifier("ravi", "+");
    String address = identifier("ravi", "@");
    asksToGetIn(number);
    codeSentTo(number, 1);
    eventually(phone.locator("input[name=code]"));
    timePasses(Duration.ofMinutes(2));
    codeSentTo(number, 2);
    timePasses(Duration.ofMinutes(2));
    String code = codeSentTo(address, 1);

    assertThat(phone.locator("h1")).containsText("Enter the code from the e-mail");
    assertThat(phone.locator("#notice")).isVisible();
    enters(code);
    eventually(phone.locator("input[name=repeated]"));
  }

  @Test
  void D3_aBackupCodeBesidesTheTextMessage() {
    String number = identifier("erin", "+");
    asksToGetIn(number);
    eventually(phone.locator("input[name=code]"));
    enters(codeSentTo(number, 1));
    assertThat(phone.locator("h1")).containsText("backup code");
    enters(account("erin").backupCodes().get(0));
    eventually(phone.locator("input[name=repeated]"));
  }

  @Test
  void A13_notMe_stopsTheRecoveryOnAnotherScreen() {
    String address = identifier("mia", "@");
    asksToGetIn(address);
    eventually(phone.locator("input[name=code]"));
    codeSentTo(address, 1);

    Page owner = newPage(1280, 900);
    owner.navigate(at("/not-me?t=" + post.objectionAt(address)));
    owner.click("main form button.button");

    assertThat(owner.locator("h1")).containsText("stopped");
    assertThat(phone.locator("#step h1, h1")).containsText("stopped");
  }

  @Test
  void F4_aSupporterApprovesInTasklist_whileTheGuestPageMovesOnByItself() throws Exception {
    String name = "sam";
    asksToGetIn(name);
    eventually(phone.locator("input[name=code]"));
    phone.click("button[value=human-review]");
    phone.fill("textarea[name=statement]", "My phone fell into the sea.");
    phone.fill("input[name=contact]", "sam.elsewhere@example.net");
    submits();
    eventually(phone.locator("input[name=code]"));
    enters(codeSentTo("sam.elsewhere@example.net", 1));
    eventually(phone.locator("dl.facts"));

    approvesInTasklist(newPage(1400, 1000), "sora", passwordOf("sora"));

    assertThat(phone.locator("h1")).containsText("A waiting time");
    assertThat(post.newestAt(identifier("sam", "+"))).contains("/not-me?t=");
  }

  @Test
  void F3_supportAsks_andThePersonAnswersOnTheirPage() {
    asksToGetIn(Persona.withPhoneAndEmail().in(jdbc).userName());
    phone.click("button[value=human-review]");
    phone.fill("textarea[name=statement]", "My phone was stolen.");
    phone.fill("input[name=contact]", "asked.elsewhere@example.net");
    submits();
    eventually(phone.locator("input[name=code]"));
    enters(codeSentTo("asked.elsewhere@example.net", 1));
    eventually(phone.locator("dl.facts"));
    String code = asks("asked.elsewhere@example.net", "old-addresses,account-since");

    eventually(phone.locator("#answer_account_since"));
    assertThat(Axe.findingsByTags(phone, List.of("wcag2a", "wcag2aa", "wcag22aa"))).isEmpty();
    phone.fill("#answer_account_since", "In May 2019");
    phone.fill("#read-out", code.equals("11111111") ? "22222222" : "11111111");
    submits();
    eventually(phone.locator("#notice.problem"));
    assertThat(phone.locator("#answer_account_since")).hasValue("In May 2019");
    phone.fill("#read-out", code);
    submits();

    eventually(phone.locator("dl.facts"));
    phone.click("a[href='/recovery/cancel']");
    phone.click("main form button.button");
  }

  /** Asks with a code to be read out, and returns that. */
  private String asks(String contact, String questions) {
    String caseId =
        jdbc.sql("select case_id from review where contact = ?")
            .param(contact)
            .query(String.class)
            .single();
    TaskQuery open = tasks.createTaskQuery().processInstanceBusinessKey(caseId);
    Awaitility.await().until(() -> open.count() == 1);
    String code = readOut.next(caseId);
    String task = open.singleResult().getId();
    tasks.claim(task, "sora");
    identity.setAuthenticatedUserId("sora");
    try {
      tasks.complete(
          task, Map.of("decision", "ask", "questions", questions, "challenge", "read-out"));
    } finally {
      identity.clearAuthentication();
    }
    return code;
  }

  private void approvesInTasklist(Page desk, String user, String password) {
    desk.navigate(at("/camunda/app/tasklist/default/"));
    desk.fill("input[placeholder=Username]", user);
    desk.fill("input[placeholder=Password]", password);
    desk.click("button[type=submit]");
    desk.locator(
            ".task-filters h4 a",
            new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*Open\\b")))
        .click();
    desk.getByText("Review recovery").first().click();
    desk.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    desk.getByLabel("Approve: it is their account").check();
    desk.selectOption("[name=reason-approve]", "identity-confirmed");
    desk.fill("textarea[name=note]", "Knew when and where they signed in last.");
    desk.getByRole(
            com.microsoft.playwright.options.AriaRole.BUTTON,
            new Page.GetByRoleOptions().setName("Complete"))
        .click();
  }
}
