package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.smtp.ScriptedMailServer;
import dev.latchkey.testing.FreePort;
import dev.latchkey.testing.Persona;
import dev.latchkey.testing.StoppablePostgres;
import dev.latchkey.testing.Web;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the packaged application needs goes away and comes back: its database, free connections, the
 * providers. Meanwhile people and operators are told; afterwards everything goes on by itself (P1,
 * P2, P4).
 */
class DependenciesTests {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** More than there are job threads: each holds a connection and needs another for a moment. */
  private static final int POOL = 16;

  /** How long the database stays away once that is seen; longer by hand. */
  private static final Duration AWAY =
      Duration.parse(System.getProperty("latchkey.faults.database-away", "PT1S"));

  private static final int MAIL_PORT = FreePort.find();

  private static StoppablePostgres postgres;
  private static Installation installation;
  private static TextProvider texts;
  private static JdbcClient jdbc;
  private static MessageRows messages;
  private static Node node;
  private static Operator operator;

  @BeforeAll
  static void start() {
    postgres = new StoppablePostgres();
    installation =
        new Installation("dependencies", postgres.url())
            .with("spring.datasource.hikari.maximum-pool-size", String.valueOf(POOL))
            .with("latchkey.messaging.twilio.read-timeout", "1s")
            .with("latchkey.messaging.mail.provider", "smtp")
            .with("latchkey.messaging.smtp.host", "127.0.0.1")
            .with("latchkey.messaging.smtp.port", String.valueOf(MAIL_PORT))
            .with("latchkey.messaging.smtp.tls", "none")
            .with("latchkey.messaging.smtp.from", "recovery@example.com")
            .with("latchkey.messaging.smtp.read-timeout", "1s");
    texts = installation.provider();
    jdbc = installation.jdbc();
    messages = new MessageRows(jdbc);
    node = installation.start().ready();
    operator = new Operator(node, installation.folder()).awaitReadiness(200);
    assertThat(operator.sees()).contains("\"database\"");
  }

  @AfterAll
  static void stop() {
    node.close();
    installation.close();
    postgres.close();
  }

  @BeforeEach
  void everythingIsThere() {
    operator.awaitReadiness(200);
  }

  @AfterEach
  void nothingIsLeftBehind() {
    texts.speakAgain();
    assertThat(jdbc.sql("select count(*) from act_ru_incident").query(Integer.class).single())
        .isZero();
  }

  @Test
  void P1_P2_P4_databaseStopsAndComesBack_andEverybodyGetsIn() {
    List<Persona> people = Stream.generate(DependenciesTests::person).limit(4).toList();
    List<RestGuest> guests = people.stream().map(DependenciesTests::opens).toList();
    String code = codeTo(people.get(0));

    postgres.stop();
    operator.awaitReadiness(503);
    Awaitility.await()
        .during(AWAY)
        .atMost(AWAY.plus(PATIENCE))
        .until(() -> operator.readiness() == 503 && operator.liveness() == 200);
    assertThat(operator.sees()).startsWith("HTTP/1.1 503").contains("The database");
    assertPeopleAreAskedToWait();
    postgres.start();
    operator.awaitReadiness(200);

    guests.get(0).comesTo("enter-code");
    assertThat(guests.get(0).enters(code)).isEqualTo(200);
    getIn(people.get(0), guests.get(0));
    IntStream.range(1, people.size()).forEach(i -> entersTheCode(people.get(i), guests.get(i)));
  }

  private static void assertPeopleAreAskedToWait() {
    Web.Answer page =
        new Web(node.port())
            .send("GET", "/recovery/link?t=abc", "Accept: text/html", "Accept-Language: ja");
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.header("Retry-After")).isNotEmpty();
    assertThat(page.body())
        .contains("lang=\"ja\"")
        .contains("href=\"/recovery/link?t=abc\"")
        .doesNotContainIgnoringCase("exception");
    var problem = new RestGuest(node).tries("somebody@example.com");
    assertThat(problem.statusCode()).isEqualTo(503);
    assertThat(problem.headers().firstValue("Retry-After")).isPresent();
    assertThat(problem.body()).contains("/problems/unavailable");
    Web.Answer staff = new Web(node.port()).send("GET", "/engine-rest/task", "Accept: */*");
    assertThat(staff.status()).isEqualTo(503);
  }

  @Test
  void P1_allConnectionsInUse_isToldAtOnce_andPasses() throws SQLException {
    int before = cases();
    List<CompletableFuture<Integer>> answers;
    try (Connection holder = installation.database().getConnection();
        Statement lock = holder.createStatement()) {
      holder.setAutoCommit(false);
      lock.execute("lock table recovery_case in access exclusive mode");
      answers = IntStream.range(0, POOL + 2).mapToObj(i -> triesMeanwhile("nobody" + i)).toList();
      operator.awaitReadiness(503);
      assertThat(operator.liveness()).isEqualTo(200);
      assertThat(operator.sees()).contains("All " + POOL + " connections");
      assertThat(new RestGuest(node).tries("somebody@example.com").statusCode()).isEqualTo(503);
    }

    List<Integer> given = answers.stream().map(CompletableFuture::join).toList();
    operator.awaitReadiness(200);
    assertThat(given).isSubsetOf(201, 503);
    int opened = Math.toIntExact(given.stream().filter(status -> status == 201).count());
    assertThat(cases() - before).isBetween(opened, given.size());
    assertThat(casesWithoutProcess()).isZero();
  }

  private static CompletableFuture<Integer> triesMeanwhile(String name) {
    return CompletableFuture.supplyAsync(
        () -> new RestGuest(node).tries(name + "@example.com").statusCode(),
        task -> new Thread(task).start());
  }

  private static int casesWithoutProcess() {
    return jdbc.sql(
            """
            select count(*) from recovery_case c
            where not exists (select 1 from act_hi_procinst p where p.business_key_ = c.id)
            """)
        .query(Integer.class)
        .single();
  }

  private static int cases() {
    return jdbc.sql("select count(*) from recovery_case").query(Integer.class).single();
  }

  /** What a provider of text messages can do instead of taking one. */
  private enum Trouble {
    OVERLOADED("answered 429"),
    FAILING("answered 503"),
    HANGING("gave no answer"),
    GONE("gave no answer");

    private final String told;

    Trouble(String told) {
      this.told = told;
    }

    private void begins() {
      switch (this) {
        case OVERLOADED -> texts.refuses(429, null);
        case FAILING -> texts.refuses(503, null);
        case HANGING -> texts.hangs();
        case GONE -> texts.goesAway();
      }
    }

    private void ends() {
      texts.speakAgain();
      if (this == GONE) {
        texts.comesBack();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void P1_P2_providerOfTexts_isToldToOperators_andItsMessagesGoOutOnce(Trouble trouble) {
    trouble.begins();
    Persona person = person();
    RestGuest guest = opens(person);
    messages.awaitFailed(person.phoneNumber(), 1);
    operator.awaitTold(trouble.told);
    assertThat(operator.readiness()).isEqualTo(200);
    assertThat(operator.sees()).contains("DEGRADED");

    trouble.ends();
    soon();
    entersTheCode(person, guest);
    operator.awaitTold("Provider twilio: messages go out.");
  }

  @Test
  void P1_P2_providerThatSaysWhen_isNotAskedEarlier() {
    texts.refuses(429, "4");
    Persona person = person();
    RestGuest guest = opens(person);
    messages.awaitFailed(person.phoneNumber(), 1);
    texts.speakAgain();
    entersTheCode(person, guest);

    OffsetDateTime failed = messages.timeOfCode(person.phoneNumber(), "failed_at");
    assertThat(messages.timeOfCode(person.phoneNumber(), "handed_at"))
        .isAfter(failed.plusSeconds(4).minusNanos(1_000_000));
    assertThat(texts.refused()).isEqualTo(1);
  }

  @Test
  void P1_P2_mailServerThatRefusesAndThenHangs_isTold_andItsMailGoesOutOnce() throws IOException {
    Persona person = Persona.withPhoneAndEmail().in(jdbc);
    RestGuest guest = opens(person);
    entersTheCode(person, guest);
    assertThat(guest.choosesPassword()).isEqualTo(200);
    messages.awaitFailed(person.emailAddress(), 1);
    operator.awaitTold("The mail server cannot be used");
    assertThat(operator.readiness()).isEqualTo(200);
    try (ScriptedMailServer server = new ScriptedMailServer(MAIL_PORT)) {
      server.answers("MAIL", "");
      soon();
      messages.awaitFailed(person.emailAddress(), 2);
      operator.awaitTold("The mail server gave no answer");

      server.answers("MAIL", "250 ok");
      soon();
      guest.comesTo("done");
      messages.awaitAccepted(person.emailAddress());
      assertThat(server.commands())
          .filteredOn(command -> command.contains(person.emailAddress()))
          .hasSize(messages.to(person.emailAddress()));
      operator.awaitTold("Provider smtp: messages go out.");
    }
  }

  private static Persona person() {
    return Persona.withPhoneOnly().in(jdbc);
  }

  private static RestGuest opens(Persona person) {
    return new RestGuest(node).opens(person.userName());
  }

  private static String codeTo(Persona person) {
    Awaitility.await().atMost(PATIENCE).until(() -> !texts.to(person.phoneNumber()).isEmpty());
    return texts.to(person.phoneNumber()).get(0).code();
  }

  /** Comes to the password, with the only code there is. */
  private static void entersTheCode(Persona person, RestGuest guest) {
    guest.comesTo("enter-code");
    assertThat(guest.enters(codeTo(person))).isEqualTo(200);
    getIn(person, guest);
  }

  /**
   * A day of hold lies between; what counts here is that the proof was taken, and only one code.
   */
  private static void getIn(Persona person, RestGuest guest) {
    guest.comesTo("choose-password", "hold");
    messages.awaitAccepted(person.phoneNumber());
    assertThat(texts.to(person.phoneNumber()))
        .filteredOn(text -> text.body().contains("your code"))
        .hasSize(1);
  }

  /** Lets the next tries of what failed come now. */
  private static void soon() {
    jdbc.sql(
            "update act_ru_job set duedate_ = duedate_ - interval '1 minute' where type_ ="
                + " 'message'")
        .update();
  }
}
