package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Web;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What someone without a login gets from everything that is not theirs. */
class SweepTests extends ApplicationTest {
  private static final List<String> CLOSED =
      List.of(
          "/engine-rest",
          "/engine-rest/engine",
          "/engine-rest/engine/default/task",
          "/engine-rest/process-definition",
          "/engine-rest/process-instance",
          "/engine-rest/deployment",
          "/engine-rest/message",
          "/engine-rest/user",
          "/engine-rest/openapi.json",
          "/camunda/api/engine/engine/default/task",
          "/camunda/api/engine/engine/default/deployment/create",
          "/camunda/api/engine/engine/default/user/create",
          "/camunda/api/engine/engine/default/message",
          "/camunda/api/admin/setup/default/user/create",
          "/camunda/api/admin/setup/other/user/create",
          "/camunda/api/admin/auth/user/default",
          "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
          "/staff",
          "/staff/notices",
          "/staff/notices/close",
          "/staff/incidents",
          "/staff/incidents/retry",
          "/staff/processes",
          "/staff/processes/back",
          "/staff/processes/move",
          "/actuator",
          "/actuator/env",
          "/actuator/heapdump",
          "/actuator/metrics",
          "/actuator/prometheus",
          "/actuator/health/db",
          "/actuator/health/database",
          "/actuator/health/readiness/database",
          "/actuator/health/liveness/livenessState",
          "/h2-console",
          "/swagger-ui/index.html",
          "/v3/api-docs",
          "/webjars/camunda/securityFilterRules.json",
          "/WEB-INF/web.xml",
          "/error");
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "TRACE");
  private static final String FIRST_USER =
      """
      {"profile":{"id":"mallory","firstName":"M","lastName":"M"},\
      "credentials":{"password":"correct horse battery"}}\
      """;

  @Autowired private IdentityService identities;

  static Stream<String> closedPaths() {
    return CLOSED.stream();
  }

  @ParameterizedTest
  @MethodSource("closedPaths")
  void T16_withoutLogin_closedPathsAreRefused_howeverTheyAreWritten(String path) {
    for (String written : tricks(path)) {
      assertThat(web().send("GET", written).status())
          .as("GET %s", written)
          .isIn(400, 401, 403, 404);
    }
  }

  @ParameterizedTest
  @MethodSource("closedPaths")
  void T16_withoutLogin_closedPathsAreRefused_byEveryMethod(String path) {
    for (String method : METHODS) {
      assertThat(web().sendBody(method, path, "{}", "Content-Type: application/json").status())
          .as("%s %s", method, path)
          .isIn(400, 401, 403, 404, 405);
    }
  }

  @Test
  void T16_firstAdministrator_cannotBeMadeFromOutside() {
    Web.Answer page = web().send("GET", "/camunda/app/admin/default/");
    String session = page.header("Set-Cookie").split(";", 2)[0];
    for (String path : tricks("/camunda/api/admin/setup/default/user/create")) {
      Web.Answer answer =
          web()
              .sendBody(
                  "POST",
                  path,
                  FIRST_USER,
                  "Content-Type: application/json",
                  "Cookie: " + session,
                  "X-XSRF-TOKEN: " + page.header("X-XSRF-TOKEN"));
      assertThat(answer.status()).as(path).isIn(400, 403, 404);
    }
    assertThat(identities.createUserQuery().userId("mallory").count()).isZero();
  }

  @Test
  void T16_firstAdministrator_cannotBeMadeFromOutside_evenWithoutAny() {
    identities.deleteMembership("admin", Staff.ADMINS);
    try {
      T16_firstAdministrator_cannotBeMadeFromOutside();
    } finally {
      identities.createMembership("admin", Staff.ADMINS);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/liveness", "/readiness"})
  void T16_health_saysUpAndNothingElse(String group) {
    Web.Answer health = web().send("GET", "/actuator/health" + group);
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body().replace(",\"groups\":[\"liveness\",\"readiness\"]", ""))
        .contains("{\"status\":\"UP\"}");
  }

  @Test
  void T16_refusals_nameNoSoftwareAndNoCause() {
    for (String path : List.of("/nothing-here", "/engine-rest/task", "/recovery/%00", "/a;b=c")) {
      assertThat(web().send("GET", path).text())
          .as(path)
          .doesNotContainIgnoringCase("tomcat")
          .doesNotContainIgnoringCase("exception")
          .doesNotContain("\tat ");
    }
  }

  private static List<String> tricks(String path) {
    String name = path.substring(1);
    return List.of(
        path,
        path + "/",
        "/" + path,
        path.replaceFirst("(.)/", "$1//"),
        path + ";x=y",
        "/;x=y/" + name,
        "/css/.." + path,
        "/css/%2e%2e" + path,
        "/./" + name,
        "/%2e/" + name,
        "/%2F" + name,
        path + "/%2e",
        path + "%20",
        path + "%00",
        path + "?x=y",
        path + ".json",
        "/" + name.toUpperCase(Locale.ROOT),
        "/%" + Integer.toHexString(name.charAt(0)) + name.substring(1),
        "/\\" + name);
  }

  private Web web() {
    return new Web(port());
  }
}
