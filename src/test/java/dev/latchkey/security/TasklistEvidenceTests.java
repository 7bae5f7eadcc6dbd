package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.recovery.RecoveryService;
import dev.latchkey.review.evidence.AddedEvidence;
import dev.latchkey.review.evidence.EvidenceFiles;
import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Asking;
import dev.latchkey.testing.Guest;
import dev.latchkey.testing.Post;
import dev.latchkey.testing.Samples;
import dev.latchkey.testing.Web;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees the files of a request, beside the reviewer's form in Tasklist. */
class TasklistEvidenceTests extends ApplicationTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

  @Autowired private StaffLogins logins;
  @Autowired private RecoveryService recoveries;
  @Autowired private EvidenceFiles files;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identities;
  @Autowired private JdbcClient jdbc;

  private final Map<String, String> sessions = new HashMap<>();
  private String task;
  private String caseId;
  private String file;

  @BeforeEach
  void somebodyAsksWithAFile() {
    jdbc.sql("update message set created_at = created_at - interval '1' hour").update();
    Guest guest = Asking.support(recoveries, new Post(jdbc), "nobody-" + UUID.randomUUID());
    caseId = guest.sees().caseId();
    file = added("Mon relevé.jpeg", Samples.photograph(1));
    task = taskOf(caseId);
  }

  private String added(String name, byte[] content) {
    AddedEvidence added = files.add(caseId, "192.0.2.7", name, content);
    return ((AddedEvidence.Kept) added).evidence().id();
  }

  private String taskOf(String of) {
    return Awaitility.await()
        .until(
            () -> tasks.createTaskQuery().processInstanceBusinessKey(of).singleResult(),
            found -> found != null)
        .getId();
  }

  private String path(String rest) {
    return "/camunda/latchkey/tasks/" + task + "/evidence" + rest;
  }

  private Web.Answer sees(String user, String rest) {
    String session = sessions.computeIfAbsent(user, this::signedIn);
    return new Web(port()).send("GET", path(rest), "Cookie: " + session);
  }

  private String signedIn(String user) {
    Web web = new Web(port());
    Web.Answer page = web.send("GET", "/camunda/app/tasklist/default/");
    Web.Answer answer =
        web.sendBody(
            "POST",
            LOGIN,
            "username=" + user + "&password=" + logins.fresh().get(user),
            FORM,
            "Accept: application/json",
            "Cookie: " + session(page),
            "X-XSRF-TOKEN: " + page.header("X-XSRF-TOKEN"));
    assertThat(answer.status()).as(answer.text()).isIn(200, 403);
    return session(answer);
  }

  private static String session(Web.Answer answer) {
    return answer.headers("Set-Cookie").stream()
        .map(cookie -> cookie.split(";", 2)[0])
        .filter(cookie -> cookie.startsWith("JSESSIONID="))
        .findFirst()
        .orElse("");
  }

  private List<String> looks(String outcome) {
    return jdbc.sql(
            "select actor from audit_entry where action = 'look-at-evidence' and outcome = ?"
                + " and (case_id = ? or case_id is null) order by at")
        .params(outcome, caseId)
        .query(String.class)
        .list();
  }

  @Test
  void F2_aReviewer_seesTheFilesOfATaskThatWaits_andEachLookIsRecorded() {
    Web.Answer list = sees("sora", "");
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body()).contains("\"id\":\"" + file + "\"").contains("Mon relev");
    Web.Answer page = sees("sora", "/" + file + "/pages/1");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(page.body()).contains("JFIF").doesNotContain(Samples.HIDDEN, "Exif");
    assertThat(looks("listed")).containsExactly("sora");
    assertThat(looks("shown")).containsExactly("sora");
  }

  @Test
  void T19_files_areServedAsDataAlone() {
    for (String rest : List.of("", "/" + file + "/pages/1", "/" + file + "/file")) {
      Web.Answer answer = sees("sora", rest);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Content-Security-Policy"))
          .contains("default-src 'none'")
          .contains("sandbox");
      assertThat(answer.header("Cache-Control")).contains("no-store");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }
    assertThat(sees("sora", "/" + file + "/file").header("Content-Disposition"))
        .startsWith("attachment;")
        .contains("filename*=UTF-8''Mon%20relev%C3%A9.jpg");
    assertThat(looks("downloaded")).hasSize(2);
  }

  @Test
  void T19_aDocument_isSavedAsPicturesOfItsPages() {
    String document = added("armed.pdf", Samples.armedPdf());
    Web.Answer saved = sees("sora", "/" + document + "/file");
    assertThat(saved.header("Content-Type")).isEqualTo("application/pdf");
    assertThat(saved.body())
        .contains("%PDF-")
        .doesNotContain("JavaScript", "/URI", "EmbeddedFile", Samples.HIDDEN);
    assertThat(sees("sora", "/" + document + "/pages/1").status()).isEqualTo(200);
    assertThat(sees("sora", "/" + document + "/pages/2").status()).isEqualTo(404);
  }

  @Test
  void T11_T17_aTaskOfAColleague_isNotFound_exceptByLeads_andTheTryIsRecorded() {
    tasks.claim(task, "lena");
    assertThat(sees("lena", "").status()).isEqualTo(200);
    int before = looks("refused").size();
    for (String rest : List.of("", "/" + file + "/pages/1", "/" + file + "/file")) {
      assertThat(sees("sora", rest).status()).as(rest).isEqualTo(404);
      assertThat(sees("omar", rest).status()).as(rest).isEqualTo(200);
    }
    assertThat(looks("refused")).hasSize(before + 3).endsWith("sora", "sora", "sora");
  }

  @Test
  void T11_T16_withoutALogin_orWithoutTheGroup_nothingIsFound() {
    for (String rest : List.of("", "/" + file + "/pages/1", "/" + file + "/file")) {
      assertThat(new Web(port()).send("GET", path(rest)).status()).isEqualTo(404);
      String basic = Web.basic("sora", logins.fresh().get("sora"));
      assertThat(new Web(port()).send("GET", path(rest), basic).status()).isEqualTo(404);
      assertThat(sees("admin", rest).status()).as(rest).isEqualTo(404);
    }
  }

  @Test
  void T11_idsOfOthersTasksAndFiles_areNotFound() {
    String mine = file;
    somebodyAsksWithAFile();
    assertThat(sees("sora", "/" + file + "/pages/1").status()).isEqualTo(200);
    assertThat(sees("sora", "/" + mine + "/pages/1").status()).isEqualTo(404);
    assertThat(sees("sora", "/" + mine + "/file").status()).isEqualTo(404);
    assertThat(sees("sora", "/" + file + "/pages/0").status()).isEqualTo(404);
    assertThat(sees("sora", "/" + file + "/pages/x").status()).isIn(400, 404);
    Task own = tasks.newTask();
    tasks.saveTask(own);
    task = own.getId();
    assertThat(sees("sora", "").status()).isEqualTo(404);
    tasks.deleteTask(task, true);
    assertThat(sees("sora", "").status()).isEqualTo(404);
  }

  @Test
  void T17_whatWasTakenAway_isGoneAtOnce() {
    assertThat(sees("lena", "").status()).isEqualTo(200);
    identities.deleteMembership("lena", Staff.SUPPORT);
    try {
      assertThat(sees("lena", "").status()).isEqualTo(404);
    } finally {
      identities.createMembership("lena", Staff.SUPPORT);
    }
  }

  @Test
  void T17_nothingCanBeChangedThere() {
    String session = "Cookie: " + signedIn("sora");
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      assertThat(new Web(port()).sendBody(method, path("/" + file), "{}", FORM, session).status())
          .as(method)
          .isIn(403, 404, 405);
    }
    assertThat(files.of(caseId)).hasSize(1);
  }
}
