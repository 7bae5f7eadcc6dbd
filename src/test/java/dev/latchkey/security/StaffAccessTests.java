package dev.latchkey.security;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.StaffDesk;
import dev.latchkey.testing.Web;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each group, and nobody, tries everything that is not theirs, by both interfaces (T17). */
class StaffAccessTests extends ApplicationTest {
  private static final String ADMINS = "admins";
  private static final Map<String, String> LETTERS =
      Map.of("sora", "S", "omar", "L", "noor", "A", "nobody", "N", "admin", ADMINS);
  private static final String UPLOAD =
      "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nmine\r\n"
          + "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"Beside.bpmn\"\r\n"
          + "Content-Type: application/octet-stream\r\n\r\n"
          + SceneOfTheCrime.DIAGRAM
          + "\r\n--x--\r\n";

  @Autowired private StaffLogins logins;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  private SceneOfTheCrime scene;

  @BeforeEach
  void set() {
    scene = new SceneOfTheCrime(engine);
  }

  @AfterEach
  void clear() {
    scene.clear();
  }

  private StaffDesk desk(String who, String root) {
    if (who.equals("nobody")) {
      return StaffDesk.nobody(port(), root);
    }
    String password = logins.fresh().get(who);
    return root.equals(StaffDesk.REST)
        ? StaffDesk.rest(port(), who, password)
        : StaffDesk.signedIn(port(), who.equals("noor") ? "cockpit" : "tasklist", who, password);
  }

  private Web.Answer tries(StaffDesk desk, String who, Forbidden call) {
    String path = scene.fill(call.path(), who);
    if (call.body() == null) {
      return desk.call(call.method(), path, UPLOAD, "multipart/form-data; boundary=x");
    }
    String password = logins.fresh().getOrDefault(who, "none");
    return desk.call(
        call.method(), path, scene.fill(call.body(), who).replace("{password}", password));
  }

  @ParameterizedTest
  @CsvSource({
    "sora," + StaffDesk.REST,
    "sora," + StaffDesk.WEB,
    "omar," + StaffDesk.REST,
    "omar," + StaffDesk.WEB,
    "noor," + StaffDesk.REST,
    "noor," + StaffDesk.WEB,
    "admin," + StaffDesk.REST,
    "admin," + StaffDesk.WEB,
    "nobody," + StaffDesk.REST,
    "nobody," + StaffDesk.WEB,
  })
  void T17_whatIsNotTheirs_isRefused_changesNothing_andIsAudited(String who, String root) {
    StaffDesk desk = desk(who, root);
    SoftAssertions all = new SoftAssertions();
    for (Forbidden call : forbiddenTo(LETTERS.get(who))) {
      int recorded = records(who);
      String before = SceneOfTheCrime.state(jdbc);
      Web.Answer answer = tries(desk, who, call);
      all.assertThat(answer.status())
          .as(call + "\n" + answer.text())
          .isIn(who.equals("nobody") ? List.of(401, 403, 404) : call.refusals());
      all.assertThat(SceneOfTheCrime.state(jdbc)).as(call.toString()).isEqualTo(before);
      all.assertThat(records(who) - recorded)
          .as("records of " + call)
          .isEqualTo(who.equals("nobody") || notFound(call, answer) ? 0 : 1);
    }
    all.assertAll();
  }

  private static boolean notFound(Forbidden call, Web.Answer answer) {
    return call.method().equals("GET") && answer.status() == 404;
  }

  private static List<Forbidden> forbiddenTo(String letter) {
    return Forbidden.all().stream()
        .filter(
            call -> letter.equals(ADMINS) ? call.may().equals("-") : !call.may().contains(letter))
        .toList();
  }

  private int records(String who) {
    return jdbc.sql("select count(*) from audit_entry where action = 'refused-call' and actor = ?")
        .param(who)
        .query(Integer.class)
        .single();
  }
}
