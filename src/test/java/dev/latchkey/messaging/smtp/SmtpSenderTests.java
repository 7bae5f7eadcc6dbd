package dev.latchkey.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.latchkey.messaging.MessagingProperties.Smtp;
import dev.latchkey.messaging.MessagingProperties.TlsMode;
import dev.latchkey.messaging.RecipientDeferred;
import dev.latchkey.messaging.Sender.OutgoingMessage;
import dev.latchkey.messaging.Sender.SendResult;
import dev.latchkey.messaging.TemporarySendFailure;
import dev.latchkey.testing.MovableClock;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSenderTests {
  private static final ServerSetup PLAIN = FreePort.serverFor(ServerSetup.PROTOCOL_SMTP);
  private static final ServerSetup ENCRYPTED = FreePort.serverFor(ServerSetup.PROTOCOL_SMTPS);

  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(new ServerSetup[] {PLAIN, ENCRYPTED});

  private final MovableClock clock = new MovableClock();

  @Test
  void mail_hasHeadersAndBothParts() throws Exception {
    SendResult result = plain(MAIL.getSmtp().getPort()).send(mailTo("aiko@example.com"));

    MimeMessage mail = MAIL.getReceivedMessages()[0];
    assertThat(result).isEqualTo(new SendResult("<intent@example.com>", null));
    assertThat(mail.getMessageID()).isEqualTo("<intent@example.com>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getContentLanguage()).containsExactly("en");
    assertThat(mail.getFrom()[0].toString()).isEqualTo("Latchkey <noreply@example.com>");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("aiko@example.com");
    assertThat(mail.getSentDate().toInstant()).isEqualTo(clock.instant());
    assertThat(mail.getSubject()).isEqualTo("Your code – コード");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(parts.getContentType()).startsWith("multipart/alternative");
    assertPart(parts.getBodyPart(0), "text/plain", "Code 493817 ✓");
    assertPart(parts.getBodyPart(1), "text/html", "<p>493817 ✓</p>");
  }

  @Test
  void R15_signOfLife_sendsNothing() throws Exception {
    assertThat(plain(MAIL.getSmtp().getPort()).reachable()).contains(true);
    assertThat(plain(1).reachable()).contains(false);
    assertThat(MAIL.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@example.com\r\nBcc: b@example.com",
        "a@example.com,b@example.com",
        "A <a@example.com>",
        "<a@example.com>",
        "a\u760D\u760Ab@example.com",
        "group:a@example.com,b@example.com;"
      })
  void T14_addressThatIsMoreThanOne_isRefused(String target) throws Exception {
    assertThat(plain(MAIL.getSmtp().getPort()).send(mailTo(target)))
        .isEqualTo(new SendResult(null, "invalid-address"));
    assertThat(MAIL.getReceivedMessages()).isEmpty();
  }

  @Test
  void T14_lineBreakInTheSubject_makesNoHeader() throws Exception {
    OutgoingMessage mail =
        new OutgoingMessage(
            "intent",
            "aiko@example.com",
            "Code\r\nBcc: mallory@example.com",
            "text",
            "<p>html</p>",
            Locale.ENGLISH,
            null);
    plain(MAIL.getSmtp().getPort()).send(mail);

    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    assertThat(MAIL.getReceivedMessages()[0].getRecipients(RecipientType.BCC)).isNull();
    assertThat(MAIL.getReceivedMessages()[0].getHeader("Bcc")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such user, unknown-address",
    "RCPT, 552 full, mailbox-full",
    "MAIL, 550 not you, provider-refused",
    "., 554 spam, provider-refused"
  })
  void B1_refusalForGood_isNotTriedAgain(String command, String answer, String cause)
      throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      server.answers(command, answer);

      assertThat(plain(server.port()).send(mailTo("aiko@example.com")))
          .isEqualTo(new SendResult(null, cause));
    }
  }

  @Test
  void T1_refusalForNowOfOneAddress_saysNothingOfTheServer() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      server.answers("RCPT", "451 greylisted");
      assertThatThrownBy(() -> plain(server.port()).send(mailTo("aiko@example.com")))
          .isInstanceOf(RecipientDeferred.class);
    }
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      server.answers("MAIL", "421 busy");
      assertThatThrownBy(() -> plain(server.port()).send(mailTo("aiko@example.com")))
          .isNotInstanceOf(RecipientDeferred.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"RCPT, 451 greylisted", "MAIL, 421 busy", "., 452 no space", "DATA, 451 later"})
  void refusalForNow_isTriedLater(String command, String answer) throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      server.answers(command, answer);

      assertThatThrownBy(() -> plain(server.port()).send(mailTo("aiko@example.com")))
          .isInstanceOf(TemporarySendFailure.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EHLO", "RCPT", "."})
  void silentServer_isTriedLater(String command) throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      server.answers(command, "");

      assertThatThrownBy(() -> plain(server.port()).send(mailTo("aiko@example.com")))
          .isInstanceOf(TemporarySendFailure.class);
    }
  }

  @Test
  void unreachableServer_isTriedLater() {
    int nobodyListens = 1;

    assertThatThrownBy(() -> plain(nobodyListens).send(mailTo("aiko@example.com")))
        .isInstanceOf(TemporarySendFailure.class);
  }

  @Test
  void T20_failureNamesNeitherCodeNorAddress() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      server.answers("RCPT", "451 aiko@example.com is greylisted");

      assertThatThrownBy(() -> plain(server.port()).send(mailTo("aiko@example.com")))
          .satisfies(
              failure -> {
                StringWriter trace = new StringWriter();
                failure.printStackTrace(new PrintWriter(trace));
                assertThat(trace.toString()).doesNotContain("493817").doesNotContain("aiko@");
              });
    }
  }

  @Test
  void B1_bounceAddress_isToldToTheServer_andReportsComeWithoutTheText() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      server.answers("EHLO", "250-test\r\n250 DSN");

      sender("localhost", server.port(), TlsMode.NONE, "bounce@example.com")
          .send(mailTo("aiko@example.com"));

      assertThat(server.commands())
          .contains("MAIL FROM:<bounce@example.com> RET=HDRS")
          .contains("RCPT TO:<aiko@example.com> NOTIFY=SUCCESS,FAILURE,DELAY");
    }
  }

  @Test
  void connection_isKeptBetweenMails() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      SmtpSender sender = plain(server.port());

      sender.send(mailTo("aiko@example.com"));
      sender.send(mailTo("ravi@example.com"));

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void connectionClosedByTheServer_isReplaced() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      server.hangsUpAfterAMail();
      SmtpSender sender = plain(server.port());

      sender.send(mailTo("aiko@example.com"));

      assertThat(sender.send(mailTo("ravi@example.com")).accepted()).isTrue();
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void serverWithoutStarttls_getsNoMail() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer()) {
      SmtpSender sender = sender("localhost", server.port(), TlsMode.STARTTLS);

      assertThatThrownBy(() -> sender.send(mailTo("aiko@example.com")))
          .isInstanceOf(TemporarySendFailure.class);
      assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    }
  }

  @Test
  void serverWithAForeignCertificate_getsNoMail() {
    SmtpSender sender = sender("localhost", MAIL.getSmtps().getPort(), TlsMode.TLS);

    assertThatThrownBy(() -> sender.send(mailTo("aiko@example.com")))
        .isInstanceOf(TemporarySendFailure.class)
        .hasStackTraceContaining("unable to find valid certification path");
  }

  private static void assertPart(BodyPart part, String type, String content) throws Exception {
    assertThat(part.getContentType().toLowerCase(Locale.ROOT)).startsWith(type + "; charset=utf-8");
    assertThat(part.getContent()).isEqualTo(content);
  }

  private static OutgoingMessage mailTo(String target) {
    return new OutgoingMessage(
        "intent",
        target,
        "Your code – コード",
        "Code 493817 ✓",
        "<p>493817 ✓</p>",
        Locale.ENGLISH,
        Duration.ofMinutes(10));
  }

  private SmtpSender plain(int port) {
    return sender("localhost", port, TlsMode.NONE);
  }

  private SmtpSender sender(String host, int port, TlsMode tls) {
    return sender(host, port, tls, null);
  }

  private SmtpSender sender(String host, int port, TlsMode tls, String bounceAddress) {
    Smtp settings =
        new Smtp(
            host,
            port,
            null,
            null,
            tls,
            "noreply@example.com",
            bounceAddress,
            null,
            null,
            Duration.ofSeconds(3),
            Duration.ofSeconds(3),
            Duration.ofSeconds(3));
    SmtpAccess access = SmtpAccess.of(settings, null);
    return new SmtpSender(access, "Latchkey", new SmtpConnections(access), clock);
  }
}
