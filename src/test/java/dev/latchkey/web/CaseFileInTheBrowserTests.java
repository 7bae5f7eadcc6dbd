package dev.latchkey.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.proof.KnownClients;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.Answer;
import dev.latchkey.recovery.DatabaseSearch;
import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Persona;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reviewers at their desks: the case file in the real Tasklist. */
class CaseFileInTheBrowserTests extends BrowserTest {
  private static final Duration TO_COME = Duration.ofSeconds(20);
  private static final String STATEMENT = "My phone fell into the sea near Enoshima.";
  private static final String BIDI = "\u202Etxt.exe";
  private static final String NOTE = "Could not tell when the account was opened.";

  @Autowired RecoveryService recoveries;
  @Autowired TaskService tasks;
  @Autowired KnownClients known;

  private final Persona person = Persona.withPhoneAndEmail();
  private final String contact = UUID.randomUUID() + "@example.net";

  private Guest asksSupport(String statement) {
    person.in(jdbc);
    return asksSupport(statement, person.phoneNumber());
  }

  private Guest asksSupport(String statement, String typed) {
    Guest guest = Guest.opens(recoveries, typed);
    comesTo(guest, "enter-code");
    guest.wants(Way.HUMAN_REVIEW);
    comesTo(guest, "describe-situation");
    guest.answers(new Answer.Statement(statement, "phone", "March 2001", contact));
    guest.enters(codeSentTo(contact, 1));
    await().until(() -> taskOf(guest) != null);
    return guest;
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60));
  }

  private static void comesTo(Guest guest, String step) {
    await().until(() -> guest.sees().step().equals(step));
  }

  private Task taskOf(Guest guest) {
    return taskOf(guest.sees().caseId());
  }

  private Task taskOf(String caseId) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseId).singleResult();
  }

  /** Waits until the case has a task of this name. */
  private Task task(String caseId, String name) {
    return await()
        .until(() -> taskOf(caseId), found -> found != null && found.getName().equals(name));
  }

  /** Somebody opens the task of this case. */
  private Page looks(Guest guest, String staff, int width, int height) throws IOException {
    Page desk = newPage(width, height);
    signsIn(desk, staff);
    opens(desk, taskOf(guest));
    return desk;
  }

  private void opens(Page desk, Task task) {
    desk.navigate(at("/camunda/app/tasklist/default/#/?task=" + task.getId()));
    eventually(desk.locator(".lk-panel"));
  }

  /** Finds a task where Tasklist lists it. */
  private static void findsIn(Page desk, String list, Task task) {
    desk.locator(
            ".task-filters h4 a",
            new Page.LocatorOptions().setHasText(Pattern.compile("^\\s*" + list + "\\b")))
        .click();
    desk.locator(".tasks-list a[href*='" + task.getId() + "']").click();
  }

  /**
   * Tasklist does not always come up at once on a busy machine; who works with it loads it anew.
   */
  private void signsIn(Page desk, String staff) throws IOException {
    Locator name = desk.locator("input[placeholder=Username]");
    Locator list = desk.locator(".tasks-list");
    boolean in = false;
    for (int tries = 1; !in && tries <= 3; tries++) {
      desk.navigate(at("/camunda/app/tasklist/default/"));
      if (comes(name.or(list)) && name.isVisible()) {
        name.fill(staff);
        desk.fill("input[placeholder=Password]", passwordOf(staff));
        desk.click("button[type=submit]");
      }
      in = comes(list);
    }
    eventually(list);
  }

  private static boolean comes(Locator locator) {
    try {
      locator.first().waitFor(new Locator.WaitForOptions().setTimeout((double) TO_COME.toMillis()));
      return true;
    } catch (TimeoutError late) {
      return false;
    }
  }

  private static void claims(Page desk) {
    desk.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
    assertThat(desk.locator(".lk-claim")).isHidden();
  }

  private static void completes(Page desk) {
    desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete")).click();
  }

  private static Locator problem(Page desk) {
    return desk.locator(".lk-problem");
  }

  @Test
  void F2_theCaseFileIsComplete_maskedAndWithoutCodes() throws IOException {
    Guest guest = asksSupport(STATEMENT);
    String code = codeSentTo(person.phoneNumber(), 1);
    Locator file = looks(guest, "sora", 1280, 800).locator(".lk-facts");
    assertThat(file).containsText(STATEMENT);
    assertThat(file).containsText("P••• ");
    assertThat(file).containsText("p•••@example.com");
    assertThat(file).containsText("Text message");
    assertThat(file).containsText("Contact address confirmed");
    assertThat(file.textContent())
        .doesNotContain(person.phoneNumber(), person.emailAddress(), contact, code);
  }

  @Test
  void F2_everyLookIsAudited_andACaseOnAColleaguesDeskStaysShut() throws IOException {
    Guest guest = asksSupport(STATEMENT);
    claims(looks(guest, "sora", 1280, 800));

    Page other = newPage(1280, 800);
    signsIn(other, "lena");
    other.navigate(at("/camunda/app/tasklist/default/#/?task=" + taskOf(guest).getId()));
    assertThat(other.locator("[cam-tasklist-form] .alert-danger")).isVisible();
    assertThat(other.locator("body")).not().containsText(STATEMENT);

    assertThat(
            jdbc.sql(
                    """
                    select actor || ' ' || outcome from audit_entry
                    where case_id = ? and action = 'look-at-case-file' order by at
                    """)
                .param(guest.sees().caseId())
                .query(String.class)
                .list())
        .startsWith("sora seen")
        .endsWith("lena refused");
  }

  @Test
  void T15_whatAPersonWrote_isTextInTasklist() throws IOException {
    String payload = "<script>window.broken=1</script><b>b</b> {{7*7}} ${7*7} #{7*7} [[${7*7}]]";
    Guest guest = asksSupport(payload);
    jdbc.sql("insert into review_fact (case_id, fact, answer) values (?, 'home-region', ?)")
        .params(guest.sees().caseId(), "{{constructor.constructor('window.broken=1')()}}" + BIDI)
        .update();
    Page desk = looks(guest, "sora", 1280, 800);

    assertThat(desk.locator(".lk-words").first()).hasText(payload);
    assertThat(desk.locator(".lk-facts")).containsText("{{constructor.constructor(");
    assertThat(desk.locator(".lk-words bdi").last()).hasCSS("unicode-bidi", "isolate");
    assertThat(desk.evaluate("window.broken")).isNull();
    assertThat(desk.locator(".lk-facts").textContent()).doesNotContain("49");
  }

  @Test
  void F4_aFlawIsSaidInPlainWords_beforeAnythingIsSent_andNothingIsLost() throws IOException {
    Guest guest = asksSupport(STATEMENT);
    Page desk = looks(guest, "sora", 1280, 800);
    claims(desk);

    completes(desk);
    assertThat(problem(desk)).hasText("Choose approve, decline or ask for more.");
    desk.getByLabel("Decline").check();
    completes(desk);
    assertThat(problem(desk)).hasText("Choose a reason.");
    desk.selectOption("[name=reason-decline]", "not-convincing");
    completes(desk);
    assertThat(problem(desk)).containsText("Write a note");
    desk.getByLabel("Ask for more").check();
    completes(desk);
    assertThat(problem(desk)).containsText("Tick a question");
    assertThat(desk.locator("[name=reason-decline]")).hasValue("not-convincing");
    assertThat(taskOf(guest)).isNotNull();
  }

  @Test
  void F4_theServersRefusalIsShown_inItsOwnSentence() throws IOException {
    Guest guest = asksSupport(STATEMENT);
    Page desk = looks(guest, "sora", 1280, 800);
    claims(desk);
    declines(desk);
    tasks.setAssignee(taskOf(guest).getId(), "omar");
    completes(desk);

    assertThat(problem(desk)).hasText("Claim the task before you decide it.");
  }

  @Test
  void F4_declined_endsTheRecovery_andTheNoteStaysOutOfTheEngine() throws IOException {
    Guest guest = asksSupport(STATEMENT);
    Page desk = looks(guest, "sora", 1600, 1000);
    claims(desk);
    declines(desk);
    completes(desk);

    await().until(() -> guest.sees().status() == RecoveryStatus.DECLINED);
    assertThat(
            jdbc.sql("select note from review where case_id = ?")
                .param(guest.sees().caseId())
                .query(String.class)
                .single())
        .isEqualTo(NOTE);
    DatabaseSearch search = new DatabaseSearch(jdbc);
    assertThat(search.tablesWith(NOTE)).noneMatch(table -> table.startsWith("act_"));
    assertThat(search.tablesWith(STATEMENT)).noneMatch(table -> table.startsWith("act_"));
  }

  @Test
  void F4_whereThereIsNoAccount_onlyDecliningAndAskingAreOffered() throws IOException {
    Guest guest = asksSupport(STATEMENT, "+819099990077");
    Page desk = looks(guest, "sora", 1280, 800);

    assertThat(desk.locator(".lk-attention")).containsText("can only be declined");
    assertThat(desk.getByLabel("Decline")).isVisible();
    assertThat(desk.getByLabel("Approve: it is their account")).hasCount(0);
  }

  @Test
  void F2_manySignsOfRisk_areSaidInSentences() throws IOException {
    person.in(jdbc);
    known.signedIn(person.id(), "Mozilla/5.0 (X11; Linux) Firefox/130", "203.0.113.7");
    timePasses(Duration.ofMinutes(1));
    Guest guest = asksSupport(STATEMENT, person.phoneNumber());
    Page desk = looks(guest, "sora", 1280, 800);

    assertThat(desk.locator("[data-sign=new-network]")).containsText("from this network");
    assertThat(desk.locator(".lk-facts tr:has-text('Last sign-in') .lk-tag")).hasText("No match");
  }

  @Test
  void F3_F4_F6_A13_askedOverThePhone_approvedByTwo_stoppedByTheHolder_lookedIntoByALead()
      throws IOException {
    person.ofAdministrator().in(jdbc);
    Page phone = newPage(390, 844);
    String caseId = asksSupportAt(phone);
    Page sora = newPage(1280, 800);
    signsIn(sora, "sora");
    opens(sora, task(caseId, "Review recovery"));
    claims(sora);
    answers(phone, asks(sora));

    opens(sora, task(caseId, "Review recovery"));
    assertThat(sora.locator(".lk-facts")).containsText("Read out passed");
    assertThat(sora.locator(".lk-facts")).containsText("In May 2019");
    claims(sora);
    picture(sora, "review");
    approves(sora);

    Page lead = newPage(1600, 1000);
    signsIn(lead, "omar");
    findsIn(lead, "Second approval", task(caseId, "Approve recovery"));
    assertThat(lead.locator(".lk-facts")).containsText("sora: approve");
    assertThat(lead.locator(".lk-facts")).containsText(NOTE);
    assertThat(lead.getByLabel("Ask for more")).hasCount(0);
    claims(lead);
    picture(lead, "second-approval");
    approves(lead);

    assertThat(phone.locator("h1")).hasText("A waiting time, for safety");
    objects();
    assertThat(phone.locator("h1")).hasText("This recovery was stopped");
    findsIn(lead, "Open", task(caseId, "Look into suspected takeover"));
    looksInto(lead);
    await().until(() -> taskOf(caseId) == null);
    assertThat(
            jdbc.sql(
                    """
                    select actor || ' ' || outcome || ' ' || detail from audit_entry
                    where case_id = ? and action = 'look-into-takeover'
                    """)
                .param(caseId)
                .query(String.class)
                .list())
        .containsExactly("omar takeover-prevented Nobody got in.");
  }

  /** Returns the id of the case. */
  private String asksSupportAt(Page phone) {
    phone.navigate(at("/"));
    phone.fill("#identifier", person.phoneNumber());
    phone.click("main form button.button");
    phone.locator("button[value=human-review]").click();
    phone.fill("#statement", STATEMENT);
    phone.check("input[name=lost_phone]");
    phone.fill("#contact", contact);
    phone.click("form[action='/recovery/statement'] button");
    phone.fill("input[name=code]", codeSentTo(contact, 1));
    submits(phone);
    assertThat(phone.locator("h1")).hasText("Our support is looking into it");
    return jdbc.sql("select case_id from review where contact = ?")
        .param(contact)
        .query(String.class)
        .single();
  }

  private static void submits(Page phone) {
    phone.click("#step form button.button:not(.secondary)");
  }

  /** Returns the code that is read out. */
  private static String asks(Page desk) {
    desk.getByLabel("Ask for more").check();
    desk.getByLabel("Account opened").check();
    desk.getByLabel("Read a code out over the phone").check();
    assertThat(desk.locator(".lk-read-out b")).hasText(Pattern.compile("\\d{8}"));
    String code = desk.locator(".lk-read-out b").textContent();
    completes(desk);
    return code;
  }

  private static void answers(Page phone, String code) {
    phone.fill("#answer_account_since", "In May 2019");
    phone.fill("#read-out", code);
    submits(phone);
    assertThat(phone.locator("h1")).hasText("Our support is looking into it");
  }

  /** The account holder does, by what they were told. */
  private void objects() {
    Page holder = newPage(390, 844);
    holder.navigate(at("/not-me?t=" + post.objectionAt(person.emailAddress())));
    holder.click("main form button.danger");
    assertThat(holder.locator("main form")).hasCount(0);
  }

  private static void looksInto(Page lead) {
    Locator claim = lead.getByText("Claim", new Page.GetByTextOptions().setExact(true));
    claim.click();
    // Tasklist draws the form anew then; a list that was opened before would be closed again
    assertThat(claim).hasCount(0);
    lead.locator(".fjs-input-group:not(.fjs-disabled):not(.fjs-readonly)").click();
    lead.getByText("Takeover tried, nobody got in").click();
    lead.locator("textarea.fjs-textarea").fill("Nobody got in.");
    completes(lead);
  }

  /** With {@code -Dtests.pictures=true}: kept in {@code target/pages} for people to look at. */
  private static void picture(Page desk, String name) {
    if (Boolean.getBoolean("tests.pictures")) {
      desk.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/pages", "case-file-" + name + ".png")));
    }
  }

  private static void approves(Page desk) {
    desk.getByLabel("Approve: it is their account").check();
    desk.selectOption("[name=reason-approve]", "identity-confirmed");
    desk.fill("textarea[name=note]", NOTE);
    completes(desk);
  }

  private static void declines(Page desk) {
    desk.getByLabel("Decline").check();
    desk.selectOption("[name=reason-decline]", "not-convincing");
    desk.fill("textarea[name=note]", NOTE);
  }
}
