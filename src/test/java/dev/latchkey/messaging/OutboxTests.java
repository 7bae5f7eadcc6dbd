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

/** Intents to send, and how each of them ends. */
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
}
