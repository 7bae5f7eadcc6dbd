package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.messaging.ChannelHealth.Health;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is measured from the messages themselves, and what they do not tell. */
class ChannelHealthTests {
  private static final String CARRIER = "carrier-failure";

  private static List<String> japanese(int count) {
    return IntStream.range(0, count).mapToObj(each -> "+8190" + (10_000_000 + each)).toList();
  }

  private static List<String> indian(int count) {
    return IntStream.range(0, count).mapToObj(each -> "+9198" + (10_000_000 + each)).toList();
  }

  private static List<String> sent(MessagingFixture messaging, List<String> numbers) {
    List<String> messages = numbers.stream().map(messaging::codeTo).toList();
    messages.forEach(message -> messaging.outbox.send(message, CODE_FACTS));
    return messages;
  }

  private static void reported(
      MessagingFixture messaging, List<String> messages, DeliveryStatus status, String cause) {
    messages.forEach(
        message -> messaging.receipts.record("recording", "provider-" + message, status, cause));
  }

  private static void lost(MessagingFixture messaging, List<String> messages) {
    reported(messaging, messages, DeliveryStatus.UNDELIVERED, CARRIER);
  }

  private static Health texts(MessagingFixture messaging) {
    return messaging.health.of(Channel.TEXT_MESSAGE);
  }

  private static void cannotBeSent(MessagingFixture messaging, String message) {
    messaging.texts.answers(
        outgoing -> {
          throw new TemporarySendFailure("503", null);
        });
    assertThatThrownBy(() -> messaging.outbox.send(message, CODE_FACTS))
        .isInstanceOf(TemporarySendFailure.class);
    messaging.texts.answers(outgoing -> new Sender.SendResult("provider-" + outgoing.id(), null));
  }

  @EachDatabase
  void T1_fewLostMessages_sayNothing(Databases database) {
    var messaging = new MessagingFixture(database);
    lost(messaging, sent(messaging, japanese(4)));
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
  }

  @EachDatabase
  void B3_aQuarterLost_isSlow_nearlyAllLost_isDown(Databases database) {
    var messaging = new MessagingFixture(database);
    List<String> messages = sent(messaging, japanese(20));
    lost(messaging, messages.subList(0, 4));
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
    lost(messaging, messages.subList(4, 5));
    assertThat(texts(messaging)).isEqualTo(Health.SLOW);
    lost(messaging, messages.subList(5, 15));
    assertThat(texts(messaging)).isEqualTo(Health.DOWN);
    assertThat(messaging.health.of(Channel.EMAIL)).isEqualTo(Health.GOOD);
  }

  @EachDatabase
  void B1_whatLiesWithSingleNumbers_saysNothingOfTheChannel(Databases database) {
    var messaging = new MessagingFixture(database);
    List<String> messages = sent(messaging, japanese(20));
    reported(messaging, messages, DeliveryStatus.UNDELIVERED, "unknown-number");
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
  }

  @EachDatabase
  void T1_receiptsOfDecoys_areMadeUp_andDoNotCount(Databases database) {
    var messaging = new MessagingFixture(database);
    IntStream.range(0, 20)
        .mapToObj(each -> messaging.codeToDecoy(Channel.TEXT_MESSAGE, "decoy " + each))
        .forEach(decoy -> messaging.outbox.send(decoy, CODE_FACTS));
    messaging
        .jdbc
        .sql("update message set receipt = 'UNDELIVERED', receipt_cause = '" + CARRIER + "'")
        .update();
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
  }

  @EachDatabase
  void T1_oneNumberTriedOften_isOneNumber(Databases database) {
    var messaging = new MessagingFixture(database);
    for (int each = 0; each < 10; each++) {
      lost(messaging, sent(messaging, japanese(1)));
    }
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
  }

  @EachDatabase
  void B3_lateMessages_makeAChannelSlow_neverDown(Databases database) {
    var messaging = new MessagingFixture(database);
    List<String> messages = sent(messaging, japanese(6));
    messaging.clock.advance(Duration.ofSeconds(61));
    reported(messaging, messages, DeliveryStatus.DELIVERED, null);
    assertThat(texts(messaging)).isEqualTo(Health.SLOW);
  }

  @EachDatabase
  void B3_messagesOnTheWayForLong_areLate(Databases database) {
    var messaging = new MessagingFixture(database);
    reported(messaging, sent(messaging, japanese(6)), DeliveryStatus.SENT, null);
    messaging.clock.advance(Duration.ofSeconds(59));
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
    messaging.clock.advance(Duration.ofSeconds(2));
    assertThat(texts(messaging)).isEqualTo(Health.SLOW);
  }

  @EachDatabase
  void B3_troubleOfOneCountry_isThatOfItsNumbersAlone(Databases database) {
    var messaging = new MessagingFixture(database);
    sent(messaging, japanese(30));
    lost(messaging, sent(messaging, indian(5)));
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
    assertThat(messaging.health.of(Channel.TEXT_MESSAGE, "IN")).isEqualTo(Health.DOWN);
    assertThat(messaging.health.of(Channel.TEXT_MESSAGE, "JP")).isEqualTo(Health.GOOD);
    assertThat(messaging.health.of(Channel.TEXT_MESSAGE, null)).isEqualTo(Health.GOOD);
    assertThat(messaging.health.countries(Channel.TEXT_MESSAGE))
        .isEqualTo(Map.of("IN", Health.DOWN));
  }

  @EachDatabase
  void B4_aProviderThatIsDown_countsAtOnce_afterASecondFailure(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(MessagingFixture.PHONE);
    cannotBeSent(messaging, message);
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
    cannotBeSent(messaging, message);
    assertThat(texts(messaging)).isEqualTo(Health.DOWN);
    assertThat(messaging.health.waiting(Channel.TEXT_MESSAGE)).isOne();

    messaging.outbox.send(message, CODE_FACTS);
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
    assertThat(messaging.health.waiting(Channel.TEXT_MESSAGE)).isZero();
  }

  @EachDatabase
  void T1_B4_aDecoyThatCannotBeSent_countsAsAnyOther(Databases database) {
    var messaging = new MessagingFixture(database);
    String decoy = messaging.codeToDecoy(Channel.TEXT_MESSAGE, "nobody");
    cannotBeSent(messaging, messaging.codeTo(MessagingFixture.PHONE));
    for (int tries = 0; tries < 2; tries++) {
      assertThatThrownBy(() -> messaging.outbox.send(decoy, CODE_FACTS))
          .isInstanceOf(TemporarySendFailure.class);
    }
    assertThat(texts(messaging)).isEqualTo(Health.DOWN);
    assertThat(messaging.health.waiting(Channel.TEXT_MESSAGE)).isOne();
  }

  @EachDatabase
  void B4_amongMany_someFailures_areSlow(Databases database) {
    var messaging = new MessagingFixture(database);
    sent(messaging, japanese(5));
    indian(2)
        .forEach(
            number -> {
              String message = messaging.codeTo(number);
              cannotBeSent(messaging, message);
              cannotBeSent(messaging, message);
            });
    assertThat(texts(messaging)).isEqualTo(Health.SLOW);
  }

  @EachDatabase
  void B4_failuresThatAreNotRepeated_areForgotten(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(MessagingFixture.PHONE);
    cannotBeSent(messaging, message);
    cannotBeSent(messaging, message);
    messaging.clock.advance(Duration.ofMinutes(2).plusSeconds(1));
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
  }

  @EachDatabase
  void B3_receiptsOfTheWindowCount_olderOnesDoNot(Databases database) {
    var messaging = new MessagingFixture(database);
    lost(messaging, sent(messaging, japanese(10)));
    messaging.clock.advance(Duration.ofMinutes(10));
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
  }

  @EachDatabase
  void B4_sinceWhenItIsSo_isTheSameOnAllNodes(Databases database) {
    var messaging = new MessagingFixture(database);
    assertThat(messaging.health.since(Channel.TEXT_MESSAGE)).isNull();
    lost(messaging, sent(messaging, japanese(10)));
    assertThat(texts(messaging)).isEqualTo(Health.DOWN);
    Instant began = messaging.health.since(Channel.TEXT_MESSAGE);
    assertThat(began).isEqualTo(messaging.clock.instant());

    messaging.clock.advance(Duration.ofMinutes(3));
    assertThat(messaging.health(Map.of()).since(Channel.TEXT_MESSAGE)).isEqualTo(began);
    messaging.clock.advance(Duration.ofMinutes(10));
    assertThat(texts(messaging)).isEqualTo(Health.GOOD);
    assertThat(messaging.health(Map.of()).since(Channel.TEXT_MESSAGE))
        .isEqualTo(messaging.clock.instant());
  }

  @EachDatabase
  void aReading_isKeptForSomeSeconds(Databases database) {
    var messaging = new MessagingFixture(database);
    ChannelHealth kept = messaging.health(Map.of());
    assertThat(kept.of(Channel.TEXT_MESSAGE)).isEqualTo(Health.GOOD);
    lost(messaging, sent(messaging, japanese(10)));
    assertThat(kept.of(Channel.TEXT_MESSAGE)).isEqualTo(Health.GOOD);
    messaging.clock.advance(Duration.ofSeconds(5));
    assertThat(kept.of(Channel.TEXT_MESSAGE)).isEqualTo(Health.DOWN);
  }

  @Test
  void T1_settingsUnderWhichOneMessageWouldShow_areRefused() {
    Duration any = Duration.ofMinutes(1);
    assertThatThrownBy(() -> new StatusProperties(any, any, 1, 0.25, 0.75, any, any))
        .hasMessageContaining("latchkey.status.fewest");
    assertThatThrownBy(() -> new StatusProperties(any, any, 5, 0.8, 0.75, any, any))
        .hasMessageContaining("slow-share");
  }
}
