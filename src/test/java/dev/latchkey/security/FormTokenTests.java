package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Web;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Forms from elsewhere, foreign sessions, poisoned headers. */
class FormTokenTests extends ApplicationTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

  @Autowired private StaffLogins logins;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/recovery",
        "/recovery/code",
        "/not-me",
        "/account/sign-in",
        "/language",
        "/mailroom"
      })
  void T10_postWithoutFormToken_isRefused(String path) {
    assertThat(web().sendBody("POST", path, "identifier=a", FORM).status()).isEqualTo(403);
  }

  @Test
  void T10_postWithTokenOfAnotherVisitor_isRefused() {
    String mine = cookie();
    String others = cookie();
    assertThat(post(mine, masked(others)).status()).isEqualTo(403);
    assertThat(post(mine, mine).status()).isEqualTo(403);
  }

  @Test
  void T10_postWithOwnToken_isTaken() {
    String mine = cookie();
    assertThat(post(mine, masked(mine)).status()).isNotEqualTo(403);
  }

  @Test
  void T10_formCookie_isNotReadableByScriptsNorSentByOtherSites() {
    assertThat(web().send("GET", "/").header("Set-Cookie"))
        .contains("HttpOnly")
        .contains("SameSite=Lax");
  }

  @Test
  void T10_staffLogin_startsANewSession() {
    Web.Answer page = web().send("GET", "/camunda/app/tasklist/default/");
    String planted = session(page);
    Web.Answer answer = logIn("omar", logins.fresh().get("omar"), page);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(session(answer)).isNotEmpty().isNotEqualTo(planted);
    String tasks = "/camunda/api/engine/engine/default/task?maxResults=1";
    assertThat(web().send("GET", tasks, "Cookie: " + planted).status()).isEqualTo(401);
    assertThat(web().send("GET", tasks, "Cookie: " + session(answer)).status()).isEqualTo(200);
  }

  @Test
  void T10_staffLogin_withoutItsToken_isRefused() {
    String form = "username=omar&password=" + logins.fresh().get("omar");
    assertThat(web().sendBody("POST", LOGIN, form, FORM).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: evil.example",
        "X-Forwarded-Host: evil.example",
        "Forwarded: host=evil.example;proto=https",
        "X-Forwarded-Prefix: //evil.example",
        "X-Original-URL: /actuator/env"
      })
  void T7_poisonedHeaders_appearInNoAnswer(String poison) {
    for (String path : List.of("/", "/nothing-here", "/camunda/", "/api/docs/ui", "/recovery")) {
      assertThat(web().send("GET", path, poison).text()).as(path).doesNotContain("evil.example");
    }
    assertThat(web().send("GET", "/actuator/env", poison).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/recovery", "/account/sign-in", "/nothing-here", "/api/v1/x"})
  void R15_allAnswers_carryTheSameGuards(String path) {
    Web.Answer answer = web().send("GET", path);
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src '")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.text().toLowerCase(Locale.ROOT)).doesNotContain("jsessionid");
  }

  @Test
  void api_setsNoCookies() {
    assertThat(web().send("GET", "/api/v1/recoveries/x").headers("Set-Cookie")).isEmpty();
  }

  @Test
  void tooLargeRequests_areEnded() {
    String large = "identifier=" + "a".repeat(70_000);
    assertThat(web().sendBody("POST", "/", large, FORM).status()).isEqualTo(413);
  }

  private Web.Answer logIn(String user, String password, Web.Answer page) {
    return web()
        .sendBody(
            "POST",
            LOGIN,
            "username=" + user + "&password=" + password,
            FORM,
            "Accept: application/json",
            "Cookie: " + session(page),
            "X-XSRF-TOKEN: " + page.header("X-XSRF-TOKEN"));
  }

  private static String session(Web.Answer answer) {
    return answer.headers("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .filter(cookie -> cookie.startsWith("JSESSIONID="))
        .findFirst()
        .orElse("");
  }

  private Web.Answer post(String cookie, String token) {
    return web().sendBody("POST", "/", "_csrf=" + token, FORM, "Cookie: latchkey_form=" + cookie);
  }

  private String cookie() {
    String set = web().send("GET", "/").header("Set-Cookie");
    return set.substring(set.indexOf('=') + 1, set.indexOf(';'));
  }

  /** As a page writes it: random bytes and the token changed by them. */
  private static String masked(String token) {
    byte[] plain = token.getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[plain.length * 2];
    for (int i = 0; i < plain.length; i++) {
      both[i] = (byte) (i * 31);
      both[plain.length + i] = (byte) (plain[i] ^ both[i]);
    }
    return Base64.getUrlEncoder().encodeToString(both);
  }

  private Web web() {
    return new Web(port());
  }
}
