package dev.latchkey.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.latchkey.testing.Persona;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The two minutes of many people are over at once, and the provider takes only so many texts a
 * second. With {@code -Dlatchkey.crowd=10000 -Dlatchkey.texts-per-second=500} it is the long form.
 */
class ManyTimersTests {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int CROWD = Integer.getInteger("latchkey.crowd", 100);
  private static final int PER_SECOND = Integer.getInteger("latchkey.texts-per-second", 10);

  /** Texts given out, but held up on their way by a busy machine: one for each job thread. */
  private static final int ON_THEIR_WAY = 10;

  private static Installation installation;
  private static Node node;
  private static int answerMeanwhile;
  private static List<TextProvider.Text> texts;

  @BeforeAll
  static void twoMinutesAreOverForAll() throws InterruptedException {
    installation =
        Crowd.withoutCaps(new Installation("timers"))
            .with("latchkey.messaging.limits.texts-per-second", String.valueOf(PER_SECOND));
    node = installation.start().ready();
    Crowd crowd = Crowd.of(CROWD, installation);
    crowd.open(node);
    theProviderIsBusyForAWhile();
    crowd.twoMinutesPass();
    answerMeanwhile = somebodyEntersACode();
    crowd.awaitCodes(2);
    texts = installation.provider().all();
  }

  @AfterAll
  static void stop() {
    node.close();
    installation.close();
  }

  /** However slow this machine is, somebody has to wait: for five seconds no text is given out. */
  private static void theProviderIsBusyForAWhile() {
    installation
        .jdbc()
        .sql(
            """
            update send_rate set given_until =
              cast(extract(epoch from current_timestamp) * 1000000 as bigint) + 5000000
            """)
        .update();
  }

  private static int somebodyEntersACode() {
    Persona person = Persona.withPhoneOnly().in(installation.jdbc());
    RestGuest guest = new RestGuest(node).opens(person.phoneNumber()).comesTo("enter-code");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !installation.provider().to(person.phoneNumber()).isEmpty());
    return guest.enters(installation.provider().to(person.phoneNumber()).get(0).code());
  }

  @Test
  void P5_eachTimerFiresOnce() {
    Map<String, Long> received =
        texts.stream().collect(Collectors.groupingBy(TextProvider.Text::to, Collectors.counting()));

    Map<String, Long> twoForEach =
        IntStream.rangeClosed(1, CROWD)
            .mapToObj(Crowd::numberOf)
            .collect(Collectors.toMap(Function.identity(), number -> 2L));
    assertThat(received).containsAllEntriesOf(twoForEach);
  }

  @Test
  void inNoSpanOfTime_isTheProviderCalledMoreOftenThanTheRate() {
    for (int first = 0; first < texts.size(); first++) {
      for (int last = first; last < texts.size(); last++) {
        double seconds = (texts.get(last).nanos() - texts.get(first).nanos()) / 1e9;
        if (last - first + 1 > PER_SECOND * (seconds + 2) + ON_THEIR_WAY) {
          fail("%d texts in %.1f s", last - first + 1, seconds);
        }
      }
    }
  }

  @Test
  void anAnswerMeanwhile_isTaken() {
    assertThat(answerMeanwhile).isEqualTo(200);
  }

  @Test
  void P2_whoWaitedForTheirTurn_lostNoTry() {
    assertThat(count("message where turn_at is not null")).isPositive();
    assertThat(count("message where failures > 0")).isZero();
    assertThat(count("act_ru_job where exception_msg_ is not null")).isZero();
    assertThat(count("act_ru_incident")).isZero();
  }

  private static long count(String from) {
    return installation.jdbc().sql("select count(*) from " + from).query(Long.class).single();
  }
}
