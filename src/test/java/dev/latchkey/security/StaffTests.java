package dev.latchkey.security;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.ApplicationTest;
import dev.latchkey.testing.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Staff as they are made at first start, and what support cannot do. */
class StaffTests extends ApplicationTest {
  private static final String JSON = "Content-Type: application/json";

  @Autowired private StaffLogins logins;
  @Autowired private StaffSetup setup;
  @Autowired private IdentityService identities;
  @Autowired private ManagementService management;
  @Autowired private AuthorizationService authorizations;
  @Autowired private TaskService tasks;
  @Autowired private FilterService filters;
  @Autowired private TasklistLists lists;
  @Autowired private JdbcClient database;
  private final List<String> made = new ArrayList<>();

  @AfterEach
  void removeTasks() {
    tasks.deleteTasks(made, true);
  }

  @Test
  void firstStart_makesStaffWithRandomPasswords_keptAsArgon2Hashes() {
    assertThat(logins.fresh()).containsOnlyKeys("admin", "sora", "lena", "omar", "noor");
    assertThat(logins.fresh().values())
        .doesNotHaveDuplicates()
        .allMatch(password -> password.matches("([0-9a-z]{5}-){3}[0-9a-z]{5}"));
    assertThat(database.sql("select PWD_ from ACT_ID_USER").query(String.class).list())
        .hasSize(5)
        .allMatch(hash -> hash.startsWith("{argon2id}$argon2id$"));
  }

  @Test
  void firstPasswords_areReadableByTheOwnerAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logins.file())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(logins.file())).contains("sora " + logins.fresh().get("sora"));
  }

  @Test
  void laterStarts_leaveStaffAsTheyAre() {
    identities.deleteUser("lena");
    try {
      setup.afterSingletonsInstantiated();
      assertThat(identities.createUserQuery().userId("lena").count()).isZero();
    } finally {
      User lena = identities.newUser("lena");
      lena.setPassword(logins.fresh().get("lena"));
      identities.saveUser(lena);
      identities.createMembership("lena", Staff.SUPPORT);
    }
  }

  @Test
  void aGroupThatAnEarlierVersionDidNotKnow_isMadeAtTheNextStart_withItsRights() {
    Runnable before = removeAnalysts();
    try {
      management.deleteProperty("latchkey.group.analyst");
      setup.afterSingletonsInstantiated();
      identities.createMembership("noor", Staff.ANALYSTS);
      assertThat(as("noor", "GET", "/engine-rest/deployment?maxResults=1", "").body())
          .contains("\"id\"");
    } finally {
      before.run();
    }
  }

  @Test
  void aGroupThatAnAdministratorRemoved_staysRemoved() {
    Runnable before = removeAnalysts();
    try {
      setup.afterSingletonsInstantiated();
      assertThat(identities.createGroupQuery().groupId(Staff.ANALYSTS).count()).isZero();
    } finally {
      before.run();
    }
  }

  @Test
  void aRightThatAnAdministratorTookAway_isNotGivenBack() {
    Authorization taken =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(Staff.ANALYSTS)
            .resourceType(Resources.DEPLOYMENT)
            .singleResult();
    authorizations.deleteAuthorization(taken.getId());
    try {
      setup.afterSingletonsInstantiated();
      management.deleteProperty("latchkey.group.analyst");
      setup.afterSingletonsInstantiated();
      assertThat(as("noor", "GET", "/engine-rest/deployment?maxResults=1", "").body())
          .doesNotContain("\"id\"");
    } finally {
      removeAnalysts().run();
    }
  }

  /** Returns what makes them as they were. */
  private Runnable removeAnalysts() {
    removeGroup();
    return () -> {
      removeGroup();
      management.deleteProperty("latchkey.group.analyst");
      setup.afterSingletonsInstantiated();
      identities.createMembership("noor", Staff.ANALYSTS);
    };
  }

  private void removeGroup() {
    identities.deleteGroup(Staff.ANALYSTS);
    authorizations.createAuthorizationQuery().groupIdIn(Staff.ANALYSTS).list().stream()
        .map(Authorization::getId)
        .forEach(authorizations::deleteAuthorization);
  }

  @ParameterizedTest
  @ValueSource(strings = {"omar", "admin"})
  void R18_wrongPasswordsSlowALoginDown_andNeverLockItForGood(String who) {
    int allThatAnybodyTried = 100_000;
    setFailures(who, allThatAnybodyTried);
    assertThat(login(who, "wrong")).isEqualTo(401);
    Instant wrongAt = Instant.now(Clock.systemUTC());

    assertThat(login(who, logins.fresh().get(who))).isEqualTo(401);
    assertThat(lockedUntil(who)).isBetween(wrongAt, wrongAt.plusSeconds(60));

    setFailures(who, allThatAnybodyTried);
    assertThat(login(who, logins.fresh().get(who))).isEqualTo(200);
    assertThat(lockedUntil(who)).isNull();
  }

  @Test
  void admins_mayReadFigures_supportMayNot() {
    assertThat(as("admin", "GET", "/actuator/metrics", "").status()).isEqualTo(200);
    assertThat(as("sora", "GET", "/actuator/metrics", "").status()).isEqualTo(403);
    assertThat(as("admin", "GET", "/actuator/env", "").status()).isIn(403, 404);
  }

  @Test
  void support_findsItsLists() {
    String lists = as("sora", "GET", "/engine-rest/filter?maxResults=20", "").body();
    assertThat(lists).contains("\"Open\"").contains("\"Late\"").contains("\"All\"");
    assertThat(lists).doesNotContain("Second approval");
    assertThat(lists.split("\"Mine\"", -1)).hasSize(2);
  }

  @Test
  void leads_findTheirsToo_andAnUrgentTaskAmongTheLate() {
    String late = task(Staff.LEADS);
    tasks.setPriority(late, 75);
    String lists = as("omar", "GET", "/engine-rest/filter?maxResults=20", "").body();
    assertThat(lists).contains("\"Second approval\"").contains("\"Mine\"");
    assertThat(tasksIn("Late", "omar")).contains(late);
    assertThat(tasksIn("Second approval", "omar")).doesNotContain(late);
  }

  @Test
  void listsThatSomebodyRemoved_stayRemoved() {
    Filter removed = filters.createFilterQuery().filterName("All").singleResult();
    filters.deleteFilter(removed.getId());
    try {
      setup.afterSingletonsInstantiated();
      assertThat(filters.createFilterQuery().filterName("All").count()).isZero();
    } finally {
      lists.shareAll();
    }
  }

  private String tasksIn(String list, String staff) {
    String id = filters.createFilterQuery().filterName(list).singleResult().getId();
    return as(staff, "GET", "/engine-rest/filter/" + id + "/list?maxResults=50", "").body();
  }

  @Test
  void T17_support_seesAndWorksOnOfferedTasksAlone() {
    String offered = task(Staff.SUPPORT);
    String others = task(null);
    assertThat(as("sora", "GET", "/engine-rest/task/" + offered, "").status()).isEqualTo(200);
    assertThat(as("sora", "GET", "/engine-rest/task/" + others, "").status()).isIn(403, 404);
    assertThat(as("sora", "POST", "/engine-rest/task/" + others + "/complete", "{}").status())
        .isIn(403, 404);
    assertThat(
            as("sora", "POST", "/engine-rest/task/" + offered + "/claim", "{\"userId\":\"sora\"}")
                .status())
        .isEqualTo(204);
  }

  @Test
  void T16_T17_anEncodedLetter_opensNoClosedPath() {
    String offered = task(Staff.SUPPORT);
    String task = "/engine-rest/task/" + offered;
    String forged = "{\"variables\":{\"decision\":{\"value\":\"approve\"}}}";
    for (String path :
        List.of(
            task + "/%72esolve",
            task + "/resolv%65",
            "/engine-rest/%74ask/" + offered + "/resolve",
            task + "/%64elegate")) {
      assertThat(as("sora", "POST", path, forged).status()).as(path).isEqualTo(404);
      assertThat(as("admin", "POST", path, forged).status()).as(path).isEqualTo(404);
    }
    assertThat(tasks.getVariables(offered)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task/", "/engine-rest/engine/default/task/"})
  void T17_support_cannotChangeAColleaguesCaseByResolving(String root) {
    String offered = task(Staff.SUPPORT);
    String forged = "{\"variables\":{\"caseFile\":{\"value\":\"forged\",\"type\":\"String\"}}}";
    assertThat(as("sora", "POST", root + offered + "/resolve", forged).status()).isIn(403, 404);
    assertThat(as("sora", "POST", root + offered + "/delegate", "{\"userId\":\"lena\"}").status())
        .isIn(403, 404);
    assertThat(tasks.getVariables(offered)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST|/engine-rest/user/create|{\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"correct"
            + " horse battery\"}}",
        "POST|/engine-rest/group/camunda-admin/members|",
        "PUT|/engine-rest/group/camunda-admin/members/sora|",
        "POST|/engine-rest/authorization/create|{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"sora\",\"resourceType\":6,\"resourceId\":\"*\"}",
        "PUT|/engine-rest/user/admin/credentials|{\"password\":\"correct horse battery\"}",
        "DELETE|/engine-rest/user/admin|",
        "POST|/engine-rest/filter/create|{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}"
      })
  void T17_support_cannotRaiseItsRights(String method, String path, String body) {
    Web.Answer answer = as("sora", method, path, body == null ? "" : body);
    assertThat(answer.status()).as(answer.text()).isIn(400, 401, 403, 404, 405, 415);
    assertThat(identities.createUserQuery().memberOfGroup(Staff.ADMINS).list()).hasSize(1);
  }

  private int login(String user, String password) {
    return new Web(port())
        .send("GET", "/engine-rest/filter?maxResults=1", Web.basic(user, password))
        .status();
  }

  /** As after so many failures in a row, the last of them a day ago. */
  private void setFailures(String user, int failures) {
    database
        .sql("update ACT_ID_USER set ATTEMPTS_ = ?, LOCK_EXP_TIME_ = ? where ID_ = ?")
        .params(failures, Timestamp.from(Instant.now(Clock.systemUTC()).minus(1, DAYS)), user)
        .update();
  }

  private Instant lockedUntil(String user) {
    return database
        .sql("select LOCK_EXP_TIME_ from ACT_ID_USER where ID_ = ?")
        .param(user)
        .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
        .single()
        .orElse(null);
  }

  private String task(String group) {
    Task task = tasks.newTask();
    tasks.saveTask(task);
    made.add(task.getId());
    if (group != null) {
      tasks.addCandidateGroup(task.getId(), group);
    }
    return task.getId();
  }

  private Web.Answer as(String user, String method, String path, String body) {
    return new Web(port())
        .sendBody(method, path, body, JSON, Web.basic(user, logins.fresh().get(user)));
  }
}
