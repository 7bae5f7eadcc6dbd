package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Keycloak;
import dev.latchkey.testing.Web;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Staff sign in at a real OpenID Connect provider, with a real browser. */
class OidcInTheBrowserTests extends ApplicationTest {
  private static final String TASKLIST = "/camunda/app/tasklist/default/";
  private static final String STATUS_OF_TASKS =
      "() => fetch('/camunda/api/engine/engine/default/task').then(answer => answer.status)";
  private static final String SIGN_OUT =
      """
      () => fetch('/camunda/api/admin/auth/user/default/logout', {
        method: 'POST',
        headers: {'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]}
      }).then(answer => answer.status)
      """;
  private static Keycloak keycloak;

  @Autowired private IdentityService identities;
  @Autowired private JdbcClient jdbc;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry settings) {
    keycloak = Keycloak.start();
    settings.add("latchkey.staff.oidc.issuer", keycloak::issuer);
    settings.add("latchkey.staff.oidc.client-id", () -> "latchkey");
    settings.add("latchkey.staff.oidc.client-secret", () -> Keycloak.SECRET);
    settings.add("latchkey.staff.oidc.groups.helpdesk", () -> "support");
  }

  @BeforeAll
  static void bePatient() {
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
  }

  @AfterAll
  static void stopTheProvider() {
    keycloak.close();
  }

  @BeforeEach
  void nobodyWasHere() {
    for (String user : List.of("kai.ito", "lead-uma", "sales-joe")) {
      identities.deleteUser(user);
    }
    identities
        .getUserInfoKeys("stand-in")
        .forEach(key -> identities.deleteUserInfo("stand-in", key));
  }

  private List<String> groups(String user) {
    return identities.createGroupQuery().groupMember(user).list().stream()
        .map(Group::getId)
        .toList();
  }

  /** Opens a page of the staff and signs in at the provider. */
  private Page signsIn(BrowserContext device, String path, String user, String password) {
    Page page = device.newPage();
    page.setDefaultTimeout(60_000);
    page.navigate(BASE_URL + path);
    assertThat(page.url()).startsWith(keycloak.issuer());
    page.locator("#username").fill(user);
    page.locator("#password").fill(password);
    page.locator("#kc-login").click();
    return page;
  }

  private void atADesk(Consumer<BrowserContext> work) {
    try (Chromium browser = Chromium.startFor(BASE_URL, port())) {
      work.accept(browser.browser().newContext());
    }
  }

  @Test
  void R22_supporter_signsInAtTheProvider_andWorksInTasklist() {
    atADesk(
        device -> {
          Page page = signsIn(device, TASKLIST, "kai.ito", "kai-password");
          PlaywrightAssertions.assertThat(page.locator("body")).containsText("Kai Ito");
          assertThat(page.url()).startsWith(BASE_URL + TASKLIST);
        });

    assertThat(groups("kai.ito")).containsExactly("support");
    assertThat(audited()).contains("kai.ito signed-in");
  }

  @Test
  void R22_whoSignedOut_isAskedWhoTheyAre_beforeTheyAreSignedInAgain() {
    atADesk(
        device -> {
          Page page = signsIn(device, TASKLIST, "kai.ito", "kai-password");
          PlaywrightAssertions.assertThat(page.locator("body")).containsText("Kai Ito");
          assertThat(page.evaluate(SIGN_OUT)).isEqualTo(200);

          page.navigate(BASE_URL + TASKLIST);
          assertThat(page.url()).startsWith(keycloak.issuer());
          page.locator("#password").fill("kai-password");
          page.locator("#kc-login").click();
          PlaywrightAssertions.assertThat(page.locator("body")).containsText("Kai Ito");
        });
  }

  @Test
  void lead_comesBackToThePageThatWasAskedFor() {
    atADesk(
        device -> {
          Page page = signsIn(device, "/staff/notices", "lead-uma", "uma-password");
          PlaywrightAssertions.assertThat(
                  page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
              .containsText("Service notices");
          assertThat(page.url()).isEqualTo(BASE_URL + "/staff/notices");
        });
  }

  @Test
  void whoeverIsInNoneOfOurGroups_isTold_andIsNoStaff() {
    atADesk(
        device -> {
          Page page = signsIn(device, TASKLIST, "sales-joe", "joe-password");
          PlaywrightAssertions.assertThat(page.locator("body"))
              .containsText("not as one of the staff");
          assertThat(page.evaluate(STATUS_OF_TASKS)).isEqualTo(401);
        });

    assertThat(identities.createUserQuery().userId("sales-joe").count()).isZero();
    assertThat(audited()).contains("staff not-staff");
  }

  @Test
  void aGroupThatTheProviderTookAway_isGoneAtTheNextSignIn_andNoTokenBringsItBack() {
    atADesk(
        device ->
            signsIn(device, TASKLIST, "kai.ito", "kai-password").waitForURL("**/tasklist/**"));
    identities.deleteMembership("kai.ito", "support");
    identities.createMembership("kai.ito", "support-lead");

    assertThat(rest("Bearer " + keycloak.token("latchkey", "kai.ito", "kai-password")))
        .isEqualTo(401);
    assertThat(groups("kai.ito")).containsExactly("support-lead");

    atADesk(
        device ->
            signsIn(device, TASKLIST, "kai.ito", "kai-password").waitForURL("**/tasklist/**"));
    assertThat(groups("kai.ito")).containsExactly("support");
  }

  @Test
  void R22_aLoginThatBelongsToSomebodyElse_isNotTakenOver() {
    identities.saveUser(identities.newUser("lead-uma"));
    identities.createMembership("lead-uma", "support");

    atADesk(
        device -> {
          Page page = signsIn(device, TASKLIST, "lead-uma", "uma-password");
          PlaywrightAssertions.assertThat(page.locator("body"))
              .containsText("not as one of the staff");
        });

    assertThat(groups("lead-uma")).containsExactly("support");
  }

  @Test
  void loginsOfOurOwn_areClosed() {
    Web web = new Web(port());

    assertThat(
            web.sendBody(
                    "POST",
                    "/camunda/api/admin/auth/user/default/login/tasklist",
                    "username=admin&password=x",
                    "Content-Type: application/x-www-form-urlencoded")
                .status())
        .isEqualTo(403);
    assertThat(web.send("GET", "/engine-rest/task?maxResults=1", Web.basic("admin", "x")).status())
        .isEqualTo(401);
  }

  @Test
  void R22_tokensOfTheEnginesInterface_countIfTheyAreForUs_andOfStaff() {
    assertThat(rest("Bearer " + keycloak.token("latchkey", "lead-uma", "uma-password")))
        .isEqualTo(401);
    atADesk(
        device ->
            signsIn(device, TASKLIST, "lead-uma", "uma-password").waitForURL("**/tasklist/**"));
    assertThat(rest("Bearer " + keycloak.token("latchkey", "lead-uma", "uma-password")))
        .isEqualTo(200);
    assertThat(rest("Bearer " + keycloak.token("latchkey", "sales-joe", "joe-password")))
        .isEqualTo(401);
    assertThat(rest("Bearer " + keycloak.token("another-application", "lead-uma", "uma-password")))
        .isEqualTo(401);
    String right = keycloak.token("latchkey", "lead-uma", "uma-password");
    assertThat(rest("Bearer " + right.substring(0, right.lastIndexOf('.') + 1) + "AAAA"))
        .isEqualTo(401);
  }

  @Test
  void anAnswerThatNobodyAskedFor_signsNobodyIn() {
    Web.Answer answer =
        new Web(port())
            .send("GET", "/camunda/oidc/code/staff?code=stolen&state=made-up", "Accept: text/html");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).contains("The sign-in did not work");
  }

  private int rest(String authorization) {
    return new Web(port())
        .send("GET", "/engine-rest/task?maxResults=1", "Authorization: " + authorization)
        .status();
  }

  private List<String> audited() {
    return jdbc.sql("select actor, outcome from audit_entry where action = 'staff-login'")
        .query((row, number) -> row.getString(1) + " " + row.getString(2))
        .list();
  }
}
