package dev.latchkey.messaging;

import static dev.latchkey.messaging.MessagingFixture.CODE_FACTS;
import static dev.latchkey.messaging.MessagingFixture.PHONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.Sender.SendResult;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.EachDatabase;
import java.util.List;

/** Addresses and numbers that no provider gets to see. */
class TargetRefusalTests {

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
}
