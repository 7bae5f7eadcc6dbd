package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static dev.latchkey.messaging.MessagingFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.messaging.Sender.SendResult;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.dao.DataAccessException;

/** Faults and races around one message: a provider that took it is not asked again. */
class NothingTwiceTests {

  @EachDatabase
  void P2_sendingAgain_asksTheProviderOnce(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.ACCEPTED);
    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.ACCEPTED);

    assertThat(messaging.texts.taken()).hasSize(1);
  }

  @EachDatabase
  void P2_rollbackAfterTheAcceptance_sendsNothingTwice(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.transaction.executeWithoutResult(
        status -> {
          messaging.outbox.send(message, CODE_FACTS);
          status.setRollbackOnly();
        });

    messaging.inTransaction(() -> messaging.outbox.send(message, CODE_FACTS));

    assertThat(messaging.texts.taken()).hasSize(1);
  }

  @EachDatabase
  void P2_twoThreadsAtOnce_askTheProviderOnce(Databases database) throws Exception {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    var providerIsAsked = new CountDownLatch(1);
    var providerAnswers = new CountDownLatch(1);
    messaging.texts.answers(
        outgoing -> {
          providerIsAsked.countDown();
          await(providerAnswers);
          return new SendResult("one", null);
        });
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      Future<SendOutcome> first = executor.submit(() -> messaging.outbox.send(message, CODE_FACTS));
      providerIsAsked.await();

      assertThatThrownBy(() -> messaging.outbox.send(message, CODE_FACTS))
          .isInstanceOf(TemporarySendFailure.class);
      providerAnswers.countDown();

      assertThat(first.get()).isEqualTo(SendOutcome.ACCEPTED);
      assertThat(messaging.texts.taken()).hasSize(1);
    } finally {
      providerAnswers.countDown();
      executor.shutdownNow();
    }
  }

  @EachDatabase
  void P2_messageOfADeadThread_isTakenUpAgain(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.texts.answers(
        outgoing -> {
          throw new StackOverflowError("stands for kill -9: nothing is cleaned up");
        });
    assertThatThrownBy(() -> messaging.outbox.send(message, CODE_FACTS))
        .isInstanceOf(StackOverflowError.class);
    assertThat(messaging.state(message)).isEqualTo("SENDING");
    messaging.clock.advance(Duration.ofMinutes(4));
    messaging.texts.answers(outgoing -> new SendResult("one", null));

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.ACCEPTED);
    assertThat(messaging.texts.taken())
        .extracting("text")
        .containsExactly(
            messaging.texts.taken().get(0).text(), messaging.texts.taken().get(0).text());
  }

  @EachDatabase
  void P2_temporaryFailure_leavesTheMessageToBeSent(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.texts.answers(
        outgoing -> {
          throw new TemporarySendFailure("429", null);
        });
    assertThatThrownBy(() -> messaging.outbox.send(message, CODE_FACTS))
        .isInstanceOf(TemporarySendFailure.class);
    messaging.texts.answers(outgoing -> new SendResult("one", null));

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.ACCEPTED);
  }

  @EachDatabase
  void P2_answerThatTheDatabaseCouldNotTake_isStoredByTheNextTry(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.texts.answers(
        outgoing -> {
          messaging.rows.execute("alter table message rename to message_away");
          return new SendResult("one", null);
        });
    assertThatThrownBy(() -> messaging.outbox.send(message, CODE_FACTS))
        .isInstanceOf(DataAccessException.class);
    messaging.rows.execute("alter table message_away rename to message");

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.ACCEPTED);
    assertThat(messaging.column("provider_id", message)).isEqualTo("one");
    assertThat(messaging.texts.taken()).hasSize(1);
  }

  @EachDatabase
  void P2_providerThatRepeatsItsIds_getsNoMessageTwice(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.texts.answers(outgoing -> new SendResult("always the same", null));
    String one = messaging.codeTo(PHONE);
    String other = messaging.codeTo("+12025550123");

    messaging.outbox.send(one, CODE_FACTS);
    assertThat(messaging.outbox.send(other, CODE_FACTS)).isEqualTo(SendOutcome.ACCEPTED);
    messaging.outbox.send(other, CODE_FACTS);

    assertThat(messaging.texts.taken()).hasSize(2);
  }

  @EachDatabase
  void P2_anAnswerThatCouldNotBeStored_isStoredAsSoonAsItCan(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.texts.answers(
        outgoing -> {
          messaging.jdbc.sql("alter table message rename to message_away").update();
          return new SendResult("one", null);
        });
    try {
      assertThatThrownBy(() -> messaging.outbox.send(message, CODE_FACTS))
          .isInstanceOf(DataAccessException.class);
      messaging.handOver.storeWhatIsLeft();
    } finally {
      messaging.jdbc.sql("alter table message_away rename to message").update();
    }
    assertThat(messaging.state(message)).isEqualTo("SENDING");

    messaging.handOver.storeWhatIsLeft();

    assertThat(messaging.state(message)).isEqualTo("ACCEPTED");
    assertThat(messaging.column("provider_id", message)).isEqualTo("one");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
