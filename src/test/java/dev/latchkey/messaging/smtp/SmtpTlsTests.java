package dev.latchkey.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import dev.latchkey.messaging.MessagingContext;
import dev.latchkey.messaging.Sender.OutgoingMessage;
import dev.latchkey.messaging.TemporarySendFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail over TLS to a server whose certificate a private authority made. */
class SmtpTlsTests {
  private static final String STARTTLS = "starttls";
  private static final OutgoingMessage MAIL =
      new OutgoingMessage(
          "intent",
          "aiko@example.com",
          "Your code",
          "Code 493817",
          "<p>493817</p>",
          Locale.ENGLISH,
          Duration.ofMinutes(10));

  @RegisterExtension
  static final GreenMailExtension SERVER =
      new GreenMailExtension(FreePort.serverFor(ServerSetup.PROTOCOL_SMTP));

  @TempDir private static Path folder;
  private static PrivateAuthority authority;
  private static SSLContext localhost;
  private static SSLContext elsewhere;

  @BeforeAll
  static void makeCertificates() throws Exception {
    authority = new PrivateAuthority(folder);
    localhost = authority.server("localhost");
    elsewhere = authority.server("mail.example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {STARTTLS, "tls"})
  void trustedByABundle_theServerGetsTheMail(String mode) throws Exception {
    with(
        localhost,
        mode,
        true,
        sender -> assertThat(sender.send(MAIL).providerId()).isEqualTo("<intent@example.com>"));

    assertThat(SERVER.getReceivedMessages()).hasSize(1);
    assertThat(SERVER.getReceivedMessages()[0].getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("aiko@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {STARTTLS, "tls"})
  void withoutTheBundle_theServerGetsNothing(String mode) throws Exception {
    with(
        localhost,
        mode,
        false,
        sender ->
            assertThatThrownBy(() -> sender.send(MAIL))
                .isInstanceOf(TemporarySendFailure.class)
                .hasStackTraceContaining("unable to find valid certification path"));

    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {STARTTLS, "tls"})
  void certificateForAnotherHost_getsNothing(String mode) throws Exception {
    with(
        elsewhere,
        mode,
        true,
        sender ->
            assertThatThrownBy(() -> sender.send(MAIL)).isInstanceOf(TemporarySendFailure.class));

    assertThat(SERVER.getReceivedMessages()).isEmpty();
  }

  /** The sender as the configuration makes it, in front of the mail server. */
  private static void with(
      SSLContext identity, String mode, boolean trusted, Consumer<SmtpSender> use)
      throws Exception {
    String bundle = "spring.ssl.bundle.pem.private.truststore.certificate=";
    try (TlsFront front =
        new TlsFront(identity, STARTTLS.equals(mode), SERVER.getSmtp().getPort())) {
      MessagingContext.runner()
          .withPropertyValues(
              bundle + authority.certificate().toUri(),
              "latchkey.messaging.mail.provider=smtp",
              "latchkey.messaging.smtp.host=localhost",
              "latchkey.messaging.smtp.port=" + front.port(),
              "latchkey.messaging.smtp.tls=" + mode,
              "latchkey.messaging.smtp.from=noreply@example.com")
          .withPropertyValues(
              trusted ? new String[] {"latchkey.messaging.smtp.ssl-bundle=private"} : new String[0])
          .run(context -> use.accept(context.getBean(SmtpSender.class)));
    }
  }
}
