package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.StaffDesk;
import dev.latchkey.testing.Web;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the audit log tells of staff, and what leads do about incidents. */
class StaffRecordsTests extends ApplicationTest {
  private static final String INCIDENTS = "/staff/incidents";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  @Autowired private StaffLogins logins;
  @Autowired private IdentityService identities;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;

  private String password(String user) {
    return logins.fresh().get(user);
  }

  private List<String> recorded(String action) {
    return jdbc.sql(
            """
            select actor || '|' || outcome || '|' || coalesce(detail, '') || '|'
              || coalesce(network, '') from audit_entry where action = ?
            """)
        .param(action)
        .query(String.class)
        .list();
  }

  private int restLogin(String user, String password, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = Web.basic(user, password);
    return new Web(port()).send("GET", "/engine-rest/filter?maxResults=1", all).status();
  }

  @Test
  void R23_staffLogins_areRecorded_byBothWays_withTheirNetwork() {
    User user = identities.newUser("tess");
    user.setPassword("correct horse battery staple");
    identities.saveUser(user);
    identities.createMembership("tess", Staff.SUPPORT);
    try {
      StaffDesk.signedIn(port(), "tasklist", "tess", "correct%20horse%20battery%20staple");
      assertThat(recorded("staff-login")).contains("tess|right||127.0.0.…");
      assertThat(restLogin("tess", "wrong")).isEqualTo(401);
      assertThat(recorded("staff-login")).contains("tess|refused||127.0.0.…");
    } finally {
      identities.deleteUser("tess");
    }
  }

  @Test
  void R23_whatNobodyHasAsLogin_isNotWrittenDown_itMayBeAPassword() {
    String typed = "correct horse battery " + UUID.randomUUID();
    restLogin(typed, "x");
    assertThat(recorded("staff-login"))
        .contains("unknown|refused||127.0.0.…")
        .noneMatch(line -> line.contains("horse"));
  }

  @Test
  void R23_aProgramThatSendsItsLoginEachTime_fillsNothing() {
    for (int call = 0; call < 4; call++) {
      assertThat(restLogin("noor", password("noor"))).isEqualTo(200);
    }
    assertThat(recorded("staff-login").stream().filter(line -> line.startsWith("noor|right")))
        .hasSize(1);
  }

  @Test
  void T22_aHostileClientAndLogin_leaveOneEncodedRecord() {
    int before = recorded("staff-login").size();
    restLogin("admin\r\nadmin approved", "x", "User-Agent: \u202Ekcor " + "x".repeat(3000));
    assertThat(recorded("staff-login")).hasSize(before + 1);
    assertThat(
            jdbc.sql("select agent from audit_entry where agent like '%kcor%'")
                .query(String.class)
                .single())
        .matches("\\P{Cntrl}{1,200}")
        .contains("\\u{80}")
        .endsWith("…");
  }

  @Test
  void aStaffMemberWithoutAPassword_cannotSignIn_andThatIsNoFault() {
    User user = identities.newUser("empty");
    identities.saveUser(user);
    try {
      assertThat(restLogin("empty", "x")).isEqualTo(401);
      assertThat(restLogin("empty", "")).isEqualTo(401);
    } finally {
      identities.deleteUser("empty");
    }
  }

  @Test
  void R21_staffPasswords_areLong_whoeverSetsThem() {
    StaffDesk admin = StaffDesk.rest(port(), "admin", password("admin"));
    String weak = "only14letters";
    String made = "{\"profile\":{\"id\":\"tim\"},\"credentials\":{\"password\":\"" + weak + "\"}}";
    String changed =
        "{\"password\":\""
            + weak
            + "\",\"authenticatedUserPassword\":\""
            + password("admin")
            + "\"}";
    for (Web.Answer refused :
        List.of(
            admin.call("POST", "/user/create", made),
            admin.call("PUT", "/user/lena/credentials", changed))) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("Choose a password of 15 characters or more");
    }
    assertThat(restLogin("lena", password("lena"))).isEqualTo(200);
    assertThat(identities.createUserQuery().userId("tim").count()).isZero();
  }

  @Test
  void R23_changesOfStaff_areRecordedWithWhoMadeThem() {
    StaffDesk admin = StaffDesk.rest(port(), "admin", password("admin"));
    assertThat(admin.call("PUT", "/group/support-lead/members/lena", "").status()).isEqualTo(204);
    assertThat(admin.call("DELETE", "/group/support-lead/members/lena", "").status())
        .isEqualTo(204);
    assertThat(recorded("join-group")).contains("admin|done|lena support-lead|127.0.0.…");
    assertThat(recorded("leave-group")).contains("admin|done|lena support-lead|127.0.0.…");
  }

  @ParameterizedTest
  @CsvSource({"sora,403", "lena,403", "noor,403", "omar,200", "admin,200"})
  void F7_T17_incidents_areForLeadsAndAdministrators(String who, int status) {
    Web.Answer answer = new Web(port()).send("GET", INCIDENTS, Web.basic(who, password(who)));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(new Web(port()).send("GET", INCIDENTS).status()).isEqualTo(401);
  }

  @Test
  void F7_aLeadTriesAgain_andReadsWhatHappened() {
    SceneOfTheCrime scene = new SceneOfTheCrime(engine);
    try {
      String job = scene.fill("{job}", "omar");
      engine.getManagementService().setJobRetries(job, 0);
      String login = Web.basic("omar", password("omar"));
      Web.Answer page = new Web(port()).send("GET", INCIDENTS, login);
      assertThat(page.text()).contains("Late").contains(scene.fill("{key}", "").substring(0, 8));

      Web.Answer done = retry(page, login);
      assertThat(done.header("Location")).isEqualTo(INCIDENTS + "?retried=done");
      assertThat(new Web(port()).send("GET", done.header("Location"), login).body())
          .contains("It worked")
          .contains("Nothing stands still.");
      assertThat(retry(page, login).header("Location")).endsWith("?retried=gone");
      assertThat(recorded("retry-incident")).contains("omar|done|Late|127.0.0.…");
    } finally {
      scene.clear();
    }
  }

  @Test
  void T10_withoutTheFormsToken_nothingIsTriedAgain() {
    assertThat(
            new Web(port())
                .sendBody(
                    "POST", INCIDENTS + "/retry", "id=1", FORM, Web.basic("omar", password("omar")))
                .status())
        .isEqualTo(403);
  }

  private Web.Answer retry(Web.Answer page, String login) {
    Matcher token = TOKEN.matcher(page.text());
    Matcher id = Pattern.compile("data-incident=\"([^\"]+)\"").matcher(page.text());
    assertThat(token.find() && id.find()).as(page.text()).isTrue();
    return new Web(port())
        .sendBody(
            "POST",
            INCIDENTS + "/retry",
            "id="
                + id.group(1)
                + "&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8),
            FORM,
            "Cookie: " + page.header("Set-Cookie").split(";", 2)[0],
            login);
  }
}
