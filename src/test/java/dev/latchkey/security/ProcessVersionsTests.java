package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.process.PastTheGuard;
import dev.latchkey.process.guard.Patched;
import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Web;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What analysts see of the versions of their diagrams, and the way back (G2). */
class ProcessVersionsTests extends ApplicationTest {
  private static final String PAGE = "/staff/processes";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");
  private static final String CODES = "CodeDeliveryProcess.bpmn";
  private static final String CHANGE = "Timer “Two minutes over” changed from PT2M to PT3M";

  @Autowired private StaffLogins logins;
  @Autowired private ProcessEngine engine;
  @Autowired private RepositoryService repository;
  @Autowired private IdentityService identities;
  @Autowired private JdbcClient jdbc;
  private List<String> before;

  @BeforeEach
  void remember() {
    before = repository.createDeploymentQuery().list().stream().map(Deployment::getId).toList();
  }

  @AfterEach
  void removeDeployments() {
    identities.clearAuthentication();
    repository.createDeploymentQuery().list().stream()
        .map(Deployment::getId)
        .filter(id -> !before.contains(id))
        .forEach(id -> repository.deleteDeployment(id, true));
  }

  private static Patched threeMinutes() {
    return Patched.files("three minutes")
        .in(CODES)
        .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT3M");
  }

  private DeploymentBuilder deployment(Map<String, byte[]> files) {
    DeploymentBuilder deployment =
        repository.createDeployment().name("CodeDelivery").source("Camunda Modeler");
    files.forEach(
        (name, content) -> deployment.addString(name, new String(content, StandardCharsets.UTF_8)));
    return deployment;
  }

  /** By noor, as the engine's interfaces know her. */
  private String deployed(Patched files) {
    identities.setAuthentication("noor", List.of(Staff.ANALYSTS), List.of());
    try {
      return deployment(files.contents()).deploy().getId();
    } finally {
      identities.clearAuthentication();
    }
  }

  private String shipped() {
    return repository.createDeploymentQuery().deploymentSource("latchkey").list().get(0).getId();
  }

  private ProcessDefinition newest() {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey("CodeDeliveryProcess")
        .latestVersion()
        .singleResult();
  }

  private Web.Answer get(String path, String user) {
    return new Web(port()).send("GET", path, Web.basic(user, logins.fresh().get(user)));
  }

  /** As a browser sends the form of the page that it has just loaded. */
  private Web.Answer submit(String page, String path, String fields) {
    Web.Answer shown = get(page, "noor");
    Matcher token = TOKEN.matcher(shown.text());
    assertThat(token.find()).as(shown.text()).isTrue();
    String sent = fields + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    return post(path, sent, "Cookie: " + shown.header("Set-Cookie").split(";", 2)[0]);
  }

  private Web.Answer post(String path, String fields, String cookie) {
    return new Web(port())
        .sendBody(
            "POST", path, fields, FORM, cookie, Web.basic("noor", logins.fresh().get("noor")));
  }

  private String askBack(String deployment) {
    return PAGE + "/back?id=" + deployment;
  }

  private String seen(Web.Answer page) {
    Matcher seen = SEEN.matcher(page.text());
    assertThat(seen.find()).as(page.text()).isTrue();
    return seen.group(1);
  }

  private Web.Answer goBack(String deployment) {
    String seen = seen(get(askBack(deployment), "noor"));
    return submit(askBack(deployment), PAGE + "/back", "id=" + deployment + "&seen=" + seen);
  }

  @Test
  void G2_page_saysWhoDeployedWhat_andWhatChanged() {
    String noors = deployed(threeMinutes());
    String page = get(PAGE, "noor").body();

    assertThat(page)
        .contains("Deliver a code", "Plan", CHANGE, "noor", "Camunda Modeler")
        .contains("the application", "at a start", "data-local");
    assertThat(get(PAGE + "/deployment?id=" + noors, "noor").body())
        .contains(CHANGE, "Yes, all its files", "No change in:", "SignInProcess.bpmn")
        .doesNotContain("Go back to this");
    assertThat(get(PAGE + "/deployment?id=" + shipped(), "noor").body())
        .contains("Go back to this", "New file");
  }

  /** Ends with the deployment that it runs on. */
  private void waitOn(ProcessDefinition version) {
    engine
        .getRuntimeService()
        .createProcessInstanceById(version.getId())
        .businessKey(UUID.randomUUID().toString())
        .startBeforeActivity("Gateway_WaitForSend")
        .setVariable("nextSendAt", "2999-01-01T00:00:00Z")
        .execute();
  }

  @Test
  void G2_page_countsWhatRunsOnEachVersion_andMovesItToTheNewest() {
    deployed(Patched.files("as they are"));
    String from = newest().getId();
    waitOn(newest());
    String to = deployed(threeMinutes());
    String move = PAGE + "/move";
    assertThat(get(PAGE, "omar").body()).contains("<b>1</b> running", move + "?from=" + from);
    assertThat(get(move + "?from=" + from, "omar").body())
        .contains("Wait until the next code may be sent", "can be moved", CHANGE)
        .doesNotContain("name=\"to\"");

    Web.Answer moved =
        submit(move + "?from=" + from, move, "from=" + from + "&to=" + newest().getId());

    assertThat(moved.status()).as(moved.text()).isEqualTo(302);
    assertThat(get(moved.header("Location"), "noor").body()).contains("Moved: <span>1</span>");
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().deploymentId(to).count())
        .isOne();
  }

  @Test
  void G2_warningsOfTheGuard_areKeptWithTheDeployment() {
    String noors =
        deployed(
            Patched.files("no label")
                .in(CODES)
                .replaceIn("Task_TellNextSend", "Say when the next code comes", ""));
    assertThat(get(PAGE + "/deployment?id=" + noors, "lena").status()).isEqualTo(403);
    assertThat(get(PAGE + "/deployment?id=" + noors, "admin").body())
        .contains("What the check said", "element Task_TellNextSend");
  }

  @Test
  void G2_goingBack_asksFirst_thenDeploysTheEarlierFilesOnceMore_andIsAudited() {
    deployed(threeMinutes());
    int version = newest().getVersion();
    assertThat(get(askBack(shipped()), "noor").body())
        .contains("Timer “Two minutes over” changed from PT3M to PT2M");

    Web.Answer done = goBack(shipped());

    assertThat(done.status()).as(done.text()).isEqualTo(302);
    assertThat(newest().getVersion()).isEqualTo(version + 1);
    assertThat(get(PAGE, "noor").body()).contains("going back to");
    assertThat(
            jdbc.sql("select outcome from audit_entry where actor = 'noor' and action = 'go-back'")
                .query(String.class)
                .list())
        .contains("done");
    assertThat(get(askBack(shipped()), "noor").body()).contains("Nothing would change");
  }

  @Test
  void G4_goingBack_toWhatTheGuardRefusesByNow_isRefused() {
    String weak =
        PastTheGuard.deploy(
                engine,
                deployment(
                    Patched.files("one minute")
                        .in(CODES)
                        .replaceIn("BoundaryEvent_TwoMinutesOver", "PT2M", "PT1M")
                        .contents()))
            .getId();
    deployed(threeMinutes());
    assertThat(get(PAGE, "noor").body()).contains("not recorded");

    Web.Answer refused = goBack(weak);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("Nothing was deployed", "Wait PT2M or longer");
    assertThat(get(PAGE, "noor").body()).contains("changed from PT1M to PT3M");
  }

  @Test
  void G2_goingBack_isNotDone_ifSomebodyDeployedMeanwhile() {
    deployed(threeMinutes());
    String page = askBack(shipped());
    String seen = seen(get(page, "noor"));
    deployed(threeMinutes());
    int version = newest().getVersion();

    Web.Answer late = submit(page, PAGE + "/back", "id=" + shipped() + "&seen=" + seen);

    assertThat(late.header("Location")).contains("again=true");
    assertThat(newest().getVersion()).isEqualTo(version);
    assertThat(get(page + "&again=true", "noor").body()).contains("somebody deployed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"omar", "admin"})
  void T17_leadsAndAdministrators_lookOn_andChangeNothing(String who) {
    deployed(threeMinutes());
    assertThat(get(PAGE, who).status()).isEqualTo(200);
    assertThat(get(askBack(shipped()), who).body()).doesNotContain("name=\"seen\"");
    int version = newest().getVersion();
    Web.Answer noors = get(askBack(shipped()), "noor");
    Matcher token = TOKEN.matcher(noors.text());
    assertThat(token.find()).isTrue();
    Web.Answer forged =
        new Web(port())
            .sendBody(
                "POST",
                PAGE + "/back",
                "id="
                    + shipped()
                    + "&seen="
                    + seen(noors)
                    + "&_csrf="
                    + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8),
                FORM,
                "Cookie: " + noors.header("Set-Cookie").split(";", 2)[0],
                Web.basic(who, logins.fresh().get(who)));
    assertThat(forged.status()).isEqualTo(403);
    assertThat(newest().getVersion()).isEqualTo(version);
  }

  @Test
  void T10_T16_T17_nothingWithoutToken_orForOthers() {
    deployed(threeMinutes());
    int version = newest().getVersion();
    assertThat(post(PAGE + "/back", "id=" + shipped() + "&seen=x", "X: y").status()).isEqualTo(403);
    assertThat(post(PAGE + "/move", "from=x&to=y", "X: y").status()).isEqualTo(403);
    assertThat(newest().getVersion()).isEqualTo(version);
    assertThat(get(PAGE, "sora").status()).isEqualTo(403);
    assertThat(new Web(port()).send("GET", PAGE).status()).isEqualTo(401);
    assertThat(get(PAGE + "/deployment?id=none", "noor").status()).isEqualTo(404);
    assertThat(get(PAGE + "/move?from=" + newest().getId(), "noor").status()).isEqualTo(404);
    assertThat(get("/staff/notices", "noor").status()).isEqualTo(403);
  }
}
