package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.testing.Persona;
import dev.latchkey.testing.Web;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The packaged application is killed once while several people are each at another point of their
 * recovery, and started again: each gets in, nothing is sent that should not be (P1 to P4).
 */
class CrashTests {
  /** Where somebody stands when the application dies. */
  private enum Point {
    BEFORE_THE_INTENT(1),
    AFTER_THE_INTENT(1),
    DURING_THE_CALL(2),
    AFTER_THE_ANSWER_BEFORE_ITS_COMMIT(2),
    AFTER_THE_COMMIT(1),
    DURING_A_CODE_CHECK(1),
    DURING_THE_RESET(1),
    DURING_A_HOLD(1);

    private final int mostCodes;

    Point(int mostCodes) {
      this.mostCodes = mostCodes;
    }
  }

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Map<Point, Persona> PEOPLE = new EnumMap<>(Point.class);
  private static final Map<Point, RestGuest> GUESTS = new EnumMap<>(Point.class);

  private static final List<CompletableFuture<Void>> UNANSWERED = new ArrayList<>();

  private static Installation installation;
  private static TextProvider provider;
  private static JdbcClient jdbc;
  private static Node node;

  @BeforeAll
  static void killAndStartAgain() throws Exception {
    installation = new Installation("crash");
    provider = installation.provider();
    jdbc = installation.jdbc();
    node = installation.start().ready();
    try (Freezer freezer = new Freezer(installation.database())) {
      bringEachToTheirPoint(freezer);
      node.kill();
      freezer.thaw();
      UNANSWERED.forEach(request -> request.exceptionally(gone -> null).join());
    }
    provider.speakAgain();
    node = installation.start().ready();
  }

  @AfterAll
  static void stop() {
    node.close();
    installation.close();
  }

  private static void bringEachToTheirPoint(Freezer freezer) throws SQLException {
    for (Point point : Point.values()) {
      Persona person =
          point == Point.DURING_A_HOLD ? Persona.withPhoneOnly() : Persona.withPhoneAndEmail();
      PEOPLE.put(point, person.in(jdbc));
      GUESTS.put(point, new RestGuest(node));
    }
    opens(Point.DURING_A_CODE_CHECK).comesTo("enter-code");
    entersTheCode(Point.DURING_THE_RESET).comesTo("choose-password");
    entersTheCode(Point.DURING_A_HOLD).comesTo("hold");
    List<Integer> points = freezing(freezer);
    provider.fallSilentFor(PEOPLE.get(Point.DURING_THE_CALL).phoneNumber());
    Stream.of(
            Point.BEFORE_THE_INTENT,
            Point.AFTER_THE_INTENT,
            Point.DURING_THE_CALL,
            Point.AFTER_THE_ANSWER_BEFORE_ITS_COMMIT,
            Point.AFTER_THE_COMMIT)
        .forEach(point -> meanwhile(() -> opens(point)));
    meanwhile(() -> entersTheCodeOf(Point.DURING_A_CODE_CHECK));
    meanwhile(() -> GUESTS.get(Point.DURING_THE_RESET).choosesPassword());
    points.forEach(freezer::awaitFrozenAt);
    awaitTexts(Point.DURING_THE_CALL, 1);
  }

  /** Nobody may be there any more to answer. */
  private static void meanwhile(Runnable act) {
    UNANSWERED.add(CompletableFuture.runAsync(act));
  }

  private static List<Integer> freezing(Freezer freezer) throws SQLException {
    return List.of(
        freezer.at("insert", "message", "new.target = " + number(Point.BEFORE_THE_INTENT)),
        freezer.at(
            "update of state",
            "message",
            "new.state = 'SENDING' and new.target = " + number(Point.AFTER_THE_INTENT)),
        freezer.at(
            "update of state",
            "message",
            "new.state = 'ACCEPTED' and new.target = "
                + number(Point.AFTER_THE_ANSWER_BEFORE_ITS_COMMIT)),
        freezer.at(
            "update of step",
            "recovery_case",
            "new.step = 'enter-code' and new.account_id = '"
                + PEOPLE.get(Point.AFTER_THE_COMMIT).id()
                + "'"),
        freezer.at("insert", "proof", "new.case_id = '" + caseOf(Point.DURING_A_CODE_CHECK) + "'"),
        freezer.at(
            "update of password_hash",
            "account",
            "new.id = '" + PEOPLE.get(Point.DURING_THE_RESET).id() + "'"));
  }

  private static String number(Point point) {
    return "'" + PEOPLE.get(point).phoneNumber() + "'";
  }

  private static String caseOf(Point point) {
    return jdbc.sql("select id from recovery_case where account_id = ?")
        .param(PEOPLE.get(point).id())
        .query(String.class)
        .single();
  }

  private static RestGuest opens(Point point) {
    return GUESTS.get(point).opens(PEOPLE.get(point).phoneNumber());
  }

  private static RestGuest entersTheCode(Point point) {
    opens(point).comesTo("enter-code");
    assertThat(entersTheCodeOf(point)).isEqualTo(200);
    return GUESTS.get(point);
  }

  private static int entersTheCodeOf(Point point) {
    List<TextProvider.Text> texts = awaitTexts(point, 1);
    return GUESTS.get(point).enters(texts.get(0).code());
  }

  private static List<TextProvider.Text> awaitTexts(Point point, int wanted) {
    String number = PEOPLE.get(point).phoneNumber();
    Awaitility.await().atMost(PATIENCE).until(() -> provider.to(number).size() >= wanted);
    return provider.to(number);
  }

  /** Goes on where the recovery stands, as the page would show it. */
  private static void finishes(Point point) {
    RestGuest guest = GUESTS.get(point).at(node);
    if (!guest.open()) {
      opens(point);
    }
    guest.comesTo("enter-code", "choose-password", "hold", "restoring", "done");
    if (guest.isAt("enter-code")) {
      assertThat(entersTheCodeOf(point)).isEqualTo(200);
    }
    if (point == Point.DURING_A_HOLD) {
      aDayPasses(caseOf(point));
    }
    guest.comesTo("choose-password", "restoring", "done");
    if (guest.isAt("choose-password")) {
      assertThat(guest.choosesPassword()).isEqualTo(200);
    }
    guest.comesTo("done");
  }

  private static void aDayPasses(String caseId) {
    jdbc.sql("update proof set proven_at = proven_at - interval '25 hours' where case_id = ?")
        .param(caseId)
        .update();
    jdbc.sql("update recovery_case set hold_until = hold_until - interval '25 hours' where id = ?")
        .param(caseId)
        .update();
    jdbc.sql(
            """
            update act_ru_job set duedate_ = duedate_ - interval '25 hours' where type_ = 'timer'
            and process_instance_id_ in
              (select proc_inst_id_ from act_hi_procinst where business_key_ = ?)
            """)
        .param(caseId)
        .update();
  }

  @ParameterizedTest
  @EnumSource
  void P1_P2_P3_killedThere_theyGetIn_withNothingLostAndNothingTwice(Point point) {
    finishes(point);

    Persona person = PEOPLE.get(point);
    awaitTheNoticeOfTheNewPassword(person);
    List<TextProvider.Text> sent = provider.to(person.phoneNumber());
    List<String> codes =
        sent.stream()
            .filter(text -> text.body().contains("your code"))
            .map(TextProvider.Text::code)
            .toList();
    assertThat(codes).hasSizeBetween(1, point.mostCodes);
    assertThat(Set.copyOf(codes)).hasSize(1);
    assertThat(count("proof p join recovery_case c on c.id = p.case_id", person)).isEqualTo(1);
    assertThat(count("recovery_case c", person)).isEqualTo(1);
    assertThat(signsIn(person)).isEqualTo(201);
  }

  private static void awaitTheNoticeOfTheNewPassword(Persona person) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                provider.to(person.phoneNumber()).stream()
                        .filter(text -> text.body().contains("your password was changed"))
                        .count()
                    == 1);
  }

  private static int count(String from, Persona person) {
    return jdbc.sql("select count(*) from " + from + " where c.account_id = ?")
        .param(person.id())
        .query(Integer.class)
        .single();
  }

  private static int signsIn(Persona person) {
    String body =
        """
        {"identifier": "%s", "password": "%s", "app": "Mail"}\
        """
            .formatted(person.userName(), RestGuest.PASSWORD);
    return new Web(node.port())
        .sendBody("POST", "/api/v1/sign-ins", body, "Content-Type: application/json")
        .status();
  }

  @Test
  void nothingIsLeftBehind() {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                jdbc.sql("select count(*) from message where state in ('INTENDED', 'SENDING')")
                        .query(Integer.class)
                        .single()
                    == 0);
    assertThat(jdbc.sql("select count(*) from act_ru_incident").query(Integer.class).single())
        .isZero();
  }
}
