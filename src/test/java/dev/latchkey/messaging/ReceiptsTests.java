package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static dev.latchkey.messaging.MessagingFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.Sender.SendResult;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import org.springframework.dao.ConcurrencyFailureException;

class ReceiptsTests {

  @EachDatabase
  void T13_undelivered_isToldOnceHoweverOftenItComes(Databases database) {
    var messaging = withAcceptedCode(database);

    record(messaging, DeliveryStatus.UNDELIVERED, "unreachable");
    record(messaging, DeliveryStatus.UNDELIVERED, "unreachable");

    assertThat(messaging.undelivered).containsExactly("case issue");
  }

  @EachDatabase
  void T13_reportsOutOfOrder_leaveTheFinalOne(Databases database) {
    var messaging = withAcceptedCode(database);

    record(messaging, DeliveryStatus.DELIVERED, null);
    record(messaging, DeliveryStatus.SENT, null);
    record(messaging, DeliveryStatus.UNDELIVERED, "unreachable");

    assertThat(messaging.outbox.history("case").get(0).receipt())
        .isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(messaging.undelivered).isEmpty();
  }

  @EachDatabase
  void sentThenUndelivered_isUndelivered(Databases database) {
    var messaging = withAcceptedCode(database);

    record(messaging, DeliveryStatus.SENT, null);
    record(messaging, DeliveryStatus.UNDELIVERED, "unreachable");

    MessageRecord message = messaging.outbox.history("case").get(0);
    assertThat(message.receipt()).isEqualTo(DeliveryStatus.UNDELIVERED);
    assertThat(message.receiptCause()).isEqualTo("unreachable");
    assertThat(messaging.undelivered).hasSize(1);
  }

  @EachDatabase
  void receiptThatOvertakesTheAnswer_makesTheSendingARefusal(Databases database) {
    var messaging = new MessagingFixture(database);
    String message = messaging.codeTo(PHONE);
    messaging.texts.answers(
        outgoing -> {
          record(messaging, DeliveryStatus.UNDELIVERED, "unreachable");
          return new SendResult("id", null);
        });

    assertThat(messaging.outbox.send(message, CODE_FACTS)).isEqualTo(SendOutcome.REFUSED);
    assertThat(messaging.column("receipt", message)).isEqualTo("UNDELIVERED");
    assertThat(messaging.undelivered).isEmpty();
    assertThat(messaging.jdbc.sql("select count(*) from early_receipt").query().singleValue())
        .isEqualTo(0L);
  }

  @EachDatabase
  void receiptOfAnUnknownMessage_hasNoEffect(Databases database) {
    var messaging = new MessagingFixture(database);

    record(messaging, DeliveryStatus.UNDELIVERED, "unreachable");
    record(messaging, DeliveryStatus.UNDELIVERED, "unreachable");

    assertThat(messaging.undelivered).isEmpty();
  }

  @EachDatabase
  void E1_optOutReportedLate_isRemembered(Databases database) {
    var messaging = withAcceptedCode(database);

    record(messaging, DeliveryStatus.UNDELIVERED, "opted-out");

    assertThat(messaging.optOuts.contains(messaging.hash(Channel.TEXT_MESSAGE, PHONE))).isTrue();
  }

  @EachDatabase
  void processMovedAtTheSameMoment_receiptIsRecordedOnceMore(Databases database) {
    var messaging = withAcceptedCode(database);
    var told = messaging.told;
    messaging.told =
        (caseId, issue) -> {
          messaging.told = told;
          throw new ConcurrencyFailureException("moved");
        };

    messaging.receipts.record("recording", "id", DeliveryStatus.UNDELIVERED, "unreachable");

    assertThat(messaging.undelivered).containsExactly("case issue");
    assertThat(messaging.outbox.history("case").get(0).receiptCause()).isEqualTo("unreachable");
  }

  @EachDatabase
  void T1_reportThatACodeIsOnItsWay_isNotTold_becauseDecoysGetNone(Databases database) {
    var messaging = withAcceptedCode(database);
    record(messaging, DeliveryStatus.SENT, null);

    Delivery told = new Deliveries(messaging.jdbc, messaging.receiptShares).ofCodes("case").get(0);

    assertThat(told.state()).isEqualTo(Delivery.State.SENT);
    assertThat(told.receiptAt()).isNull();
  }

  @EachDatabase
  void T1_arrival_isNotTold_whileTooFewAreKnownToDrawDecoysFrom(Databases database) {
    var messaging = withAcceptedCode(database);
    record(messaging, DeliveryStatus.DELIVERED, null);

    Delivery told = new Deliveries(messaging.jdbc, messaging.receiptShares).ofCodes("case").get(0);

    assertThat(told.state()).isEqualTo(Delivery.State.SENT);
    assertThat(told.receiptAt()).isNull();
  }

  private static MessagingFixture withAcceptedCode(Databases database) {
    var messaging = new MessagingFixture(database);
    messaging.texts.answers(outgoing -> new SendResult("id", null));
    messaging.outbox.send(messaging.codeTo(PHONE), CODE_FACTS);
    return messaging;
  }

  private static void record(MessagingFixture messaging, DeliveryStatus status, String cause) {
    messaging.transaction.executeWithoutResult(
        tx -> messaging.receipts.record("recording", "id", status, cause));
  }
}
