package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static dev.latchkey.messaging.MessagingFixture.MAILBOX;
import static dev.latchkey.messaging.MessagingFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.messaging.Sender.SendResult;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class OutboxTests {

  @EachDatabase
  void P1_intentRollsBackWithTheStepThatWantsIt(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.transaction.executeWithoutResult(
        status -> {
          messaging.outbox.intend(messaging.codeIntent(Channel.TEXT_MESSAGE, PHONE, "client"));
          status.setRollbackOnly();
        });

    assertThat(messaging.outbox.history("case")).isEmpty();
  }

  @EachDatabase
  void P1_everyMessageEndsInAStoredState(Databases database) {
    var messaging = new MessagingFixture(database);
    String accepted = messaging.codeTo(PHONE);
    String refused = messaging.codeToMailbox(MAILBOX);
    String expired = messaging.codeTo("+12025550123");
    messaging.mails.answers(message -> new SendResult(null, "unreachable"));

    messaging.outbox.send(accepted, CODE_FACTS);
    messaging.outbox.send(refused, CODE_FACTS);
    messaging.outbox.expireAll("case");

    assertThat(messaging.outbox.history("case"))
        .extracting(MessageRecord::state)
        .containsExactlyInAnyOrder(
            MessageState.ACCEPTED, MessageState.REFUSED, MessageState.EXPIRED);
    assertThat(messaging.column("cause", refused)).isEqualTo("unreachable");
    assertThat(messaging.state(expired)).isEqualTo("EXPIRED");
  }

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
  void P4_endedRecovery_sendsNothing(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.outbox.expireAll("case");

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.EXPIRED);
    assertThat(messaging.texts.taken()).isEmpty();
  }

  @EachDatabase
  void P4_expiredCode_isNotSent(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.clock.advance(Duration.ofMinutes(10));

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.EXPIRED);
    assertThat(messaging.texts.taken()).isEmpty();
    assertThat(messaging.state(message)).isEqualTo("EXPIRED");
  }

  @EachDatabase
  void P4_recoveryThatEndsDuringTheCall_staysEndedAfterAFault(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.texts.answers(
        outgoing -> {
          messaging.outbox.expireAll("case");
          throw new TemporarySendFailure("time-out", null);
        });
    assertThatThrownBy(() -> messaging.outbox.send(message, CODE_FACTS))
        .isInstanceOf(TemporarySendFailure.class);

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.EXPIRED);
    assertThat(messaging.texts.taken()).hasSize(1);
  }

  @EachDatabase
  void T1_decoy_isRecordedAndNeverSent(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(null);

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.SUPPRESSED);
    assertThat(messaging.texts.taken()).isEmpty();
    assertThat(messaging.state(message)).isEqualTo("SUPPRESSED");
  }

  @EachDatabase
  void T14_addressThatIsMoreThanAnAddress_isRefused(Databases database) {
    var messaging = new MessagingFixture(database);
    List<String> attacks =
        List.of(
            "a@example.com\r\nBcc: b@example.com",
            "a@example.com\nb",
            "a@example.com,b@example.com",
            "A <a@example.com>",
            "a@example.com\u760D\u760ABcc:b@example.com",
            "a\u760D\u760A@example.com",
            "a@example.com b@example.com",
            "\"a b\"@example.com",
            "a..b@example.com",
            "a@b@example.com");

    for (String attack : attacks) {
      String message = messaging.codeToMailbox(attack);
      assertThat(messaging.outbox.send(message, CODE_FACTS))
          .as(attack)
          .isEqualTo(SendOutcome.REFUSED);
      assertThat(messaging.column("cause", message)).isEqualTo("invalid-address");
    }
    assertThat(messaging.mails.taken()).isEmpty();
  }

  @EachDatabase
  void T14_numberThatIsMoreThanANumber_isRefused(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo("+819012345678,+819012345679");

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.REFUSED);
    assertThat(messaging.texts.taken()).isEmpty();
  }

  @EachDatabase
  void E1_optedOutNumber_isRememberedAndNotTriedAgain(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.texts.answers(outgoing -> new SendResult(null, "opted-out"));
    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);

    String second = messaging.codeTo(PHONE);

    assertThat(messaging.outbox.send(second, CODE_FACTS)).isEqualTo(SendOutcome.REFUSED);
    assertThat(messaging.column("cause", second)).isEqualTo("opted-out");
    assertThat(messaging.texts.taken()).hasSize(1);
  }

  @EachDatabase
  void sendingWithoutACommittedIntent_isAFault(Databases database) {
    var messaging = new MessagingFixture(database);

    assertThatThrownBy(
            () ->
                messaging.inTransaction(
                    () -> {
                      String message =
                          messaging.outbox.intend(
                              messaging.codeIntent(Channel.EMAIL, MAILBOX, "client"));
                      return messaging.outbox.send(message, CODE_FACTS);
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("No committed intent");
  }

  @EachDatabase
  void pending_listsNoticesThatAreNotSentAndNoCodes(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.codeTo(PHONE);
    String notice = messaging.intend(Purpose.ACCESS_RESTORED, Channel.EMAIL, MAILBOX);
    String sent = messaging.intend(Purpose.ACCESS_RESTORED, Channel.TEXT_MESSAGE, PHONE);
    messaging.outbox.send(sent, Map.of("when", "2026-03-01T09:00:00Z", "objection", "/o"));

    List<String> pending = new ArrayList<>();
    messaging.outbox.pending("case").forEach(message -> pending.add(message.id()));
    assertThat(pending).containsExactly(notice);
  }

  @EachDatabase
  void T20_noTableHoldsTheCode(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);
    messaging.outbox.send(messaging.codeToMailbox(MAILBOX), CODE_FACTS);

    List<String> rows =
        messaging.jdbc.sql("select * from message").query().listOfRows().stream()
            .map(Object::toString)
            .toList();
    assertThat(rows).hasSize(2).noneMatch(row -> row.contains("493817"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
