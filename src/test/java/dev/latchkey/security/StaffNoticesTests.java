package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Web;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may announce what, on the page for staff. */
class StaffNoticesTests extends ApplicationTest {
  private static final String PAGE = "/staff/notices";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final String OUTAGE = "kind=outage&text_message=on&countries=IN";

  @Autowired private StaffLogins logins;
  @Autowired private JdbcClient jdbc;

  @AfterEach
  void takeTheNoticesBack() {
    jdbc.sql("delete from service_notice").update();
  }

  private Web.Answer get(String path, String user) {
    return new Web(port()).send("GET", path, Web.basic(user, logins.fresh().get(user)));
  }

  /** As a browser sends the form of the page that it has just loaded. */
  private Web.Answer submit(String path, String user, String fields) {
    Web.Answer page = get(PAGE, user);
    Matcher token = TOKEN.matcher(page.text());
    assertThat(token.find()).as(page.text()).isTrue();
    String sent = fields + "&_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    return new Web(port())
        .sendBody(
            "POST",
            path,
            sent,
            FORM,
            "Cookie: " + page.header("Set-Cookie").split(";", 2)[0],
            Web.basic(user, logins.fresh().get(user)));
  }

  private List<String> stored(String column) {
    return jdbc.sql("select " + column + " from service_notice").query(String.class).list();
  }

  @Test
  void B4_aLead_opensANotice_thatEverybodyReads_andClosesIt() {
    Web.Answer opened = submit(PAGE, "omar", OUTAGE + "&text_en=One+carrier+is+down");
    assertThat(opened.status()).as(opened.text()).isEqualTo(302);
    assertThat(new Web(port()).send("GET", "/status").body())
        .contains("One carrier is down")
        .contains("India");

    Web.Answer closed = submit(PAGE + "/close", "admin", "id=" + stored("id").get(0));
    assertThat(closed.status()).isEqualTo(302);
    assertThat(stored("closed_by")).containsExactly("admin");
    assertThat(new Web(port()).send("GET", "/status").body()).doesNotContain("One carrier");
    assertThat(
            jdbc.sql("select actor from audit_entry where action in ('open-notice','close-notice')")
                .query(String.class)
                .list())
        .contains("omar", "admin");
  }

  @Test
  void T16_T17_supportersAndStrangers_seeNothing() {
    assertThat(get(PAGE, "sora").status()).isEqualTo(403);
    Web.Answer stranger = new Web(port()).send("GET", PAGE);
    assertThat(stranger.status()).isEqualTo(401);
    assertThat(stranger.header("WWW-Authenticate")).startsWith("Basic");
    assertThat(new Web(port()).send("GET", PAGE, Web.basic("lena", "wrong")).status())
        .isEqualTo(401);
    assertThat(get("/staff/other", "admin").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {PAGE, PAGE + "/close"})
  void T10_withoutTheFormsToken_nothingHappens_evenForALead(String path) {
    String login = Web.basic("omar", logins.fresh().get("omar"));
    assertThat(new Web(port()).sendBody("POST", path, OUTAGE, FORM, login).status()).isEqualTo(403);
    assertThat(stored("id")).isEmpty();
  }

  @Test
  void T10_noSessionIsKept_andThePageIsGuarded() {
    Web.Answer page = get(PAGE, "omar");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.headers("Set-Cookie")).hasSize(1).allMatch(c -> c.contains("latchkey_form="));
    assertThat(page.header("Cache-Control")).contains("no-store");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .contains("frame-ancestors 'none'");
  }

  @Test
  void T15_freeText_isShownAsText() {
    submit(PAGE, "omar", OUTAGE + "&text_en=%3Cscript%3E1%3C%2Fscript%3E+%24%7B7*7%7D");
    for (String shown :
        List.of(get(PAGE, "omar").body(), new Web(port()).send("GET", "/status").body())) {
      assertThat(shown)
          .contains("&lt;script&gt;1&lt;/script&gt; ${7*7}")
          .doesNotContain("<script>1");
    }
  }

  @Test
  void aFlaw_isSaidBesideItsField_andNothingTypedIsLost() {
    Web.Answer refused = submit(PAGE, "omar", "kind=delays&email=on&countries=Nowhere&ends=soon");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("id=\"countries-problem\"")
        .contains("value=\"Nowhere\"")
        .contains("value=\"soon\"");
    assertThat(stored("id")).isEmpty();
  }

  @Test
  void T6_aFieldTwice_isRefused() {
    assertThat(submit(PAGE, "omar", OUTAGE + "&kind=delays").status()).isEqualTo(400);
    assertThat(stored("id")).isEmpty();
  }
}
