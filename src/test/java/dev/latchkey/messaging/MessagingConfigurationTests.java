package dev.latchkey.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Misconfigured;
import dev.latchkey.MisconfiguredAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class MessagingConfigurationTests {
  private static final String TWILIO = "latchkey.messaging.text.provider=twilio";
  private static final String SID = "latchkey.messaging.twilio.account-sid=ACtest";
  private static final String TOKEN = "latchkey.messaging.twilio.auth-token=s3cret";
  private static final String FROM = "latchkey.messaging.twilio.from=+12025550100";
  private static final String SMTP = "latchkey.messaging.mail.provider=smtp";
  private static final String HOST = "latchkey.messaging.smtp.host=mail.example.com";
  private static final String SENDER = "latchkey.messaging.smtp.from=noreply@example.com";

  @ParameterizedTest
  @ValueSource(strings = {"latchkey.base-url=https://a.example.com", "server.address=0.0.0.0"})
  void aMailroomThatOthersCanReach_stopsTheStart(String reachable) {
    MessagingContext.runner()
        .withPropertyValues(reachable)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("mailroom shows every code"));
  }

  @Test
  void nothingSet_usesTheMailroomForBothChannels() {
    MessagingContext.runner()
        .run(
            context ->
                assertThat(context.getBeansOfType(Sender.class).values())
                    .extracting(sender -> sender.provider() + " " + sender.channel())
                    .containsExactlyInAnyOrder("mailroom TEXT_MESSAGE", "mailroom EMAIL"));
  }

  @Test
  void completeSettings_useTheProviders() {
    MessagingContext.runner()
        .withPropertyValues(TWILIO, SID, TOKEN, FROM, SMTP, HOST, SENDER)
        .run(
            context ->
                assertThat(context.getBeansOfType(Sender.class).values())
                    .extracting(sender -> sender.provider() + " " + sender.channel())
                    .containsExactlyInAnyOrder("twilio TEXT_MESSAGE", "smtp EMAIL"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          text.provider=twilio | latchkey.messaging.twilio is empty
          text.provider=twilio;twilio.account-sid=ACtest;twilio.from=+12025550100 | auth-token is missing
          text.provider=twilio;twilio.auth-token=s3cret;twilio.from=+12025550100 | account-sid is missing
          text.provider=twilio;twilio.account-sid=ACtest;twilio.auth-token=s3cret | exactly one of from and messaging-service-sid
          text.provider=twilio;twilio.account-sid=A;twilio.auth-token=s3cret;twilio.from=+1;twilio.messaging-service-sid=M | exactly one of from and messaging-service-sid
          text.provider=twilio;twilio.account-sid=A;twilio.auth-token=s3cret;twilio.from=+1;twilio.api-key=SK | api-key and api-secret go together
          text.provider=twilio;twilio.account-sid=A;twilio.auth-token=s3cret;twilio.from=+1;twilio.service-numbers.XX=+12025550100 | service-numbers: XX is no country
          text.provider=twilio;twilio.account-sid=A;twilio.auth-token=s3cret;twilio.from=+1;twilio.service-numbers.JP=0312345678 | service-numbers.JP is no number such as
          twilio.account-sid=ACtest;twilio.auth-token=s3cret;twilio.from=+12025550100 | latchkey.messaging.text.provider is not
          mail.provider=smtp | latchkey.messaging.smtp is empty
          mail.provider=smtp;smtp.from=noreply@example.com | host is missing
          mail.provider=smtp;smtp.host=mail.example.com | from is missing
          mail.provider=smtp;smtp.host=mail.example.com;smtp.from=Latchkey <noreply@example.com> | from is no plain mail address
          mail.provider=smtp;smtp.host=mail.example.com;smtp.from=noreply@example.com;smtp.user=u | user and password go together
          mail.provider=smtp;smtp.host=203.0.113.1;smtp.from=noreply@example.com;smtp.tls=none | tls may be none only for a server on this machine
          mail.provider=smtp;smtp.host=mail.example.com;smtp.from=noreply@example.com;smtp.ssl-bundle=none | names no SSL bundle
          smtp.host=mail.example.com;smtp.from=noreply@example.com | latchkey.messaging.mail.provider is not
          """)
  void halfFilledSettings_stopTheStartWithOneClearMessage(String settings, String message) {
    String[] properties =
        java.util.Arrays.stream(settings.split(";"))
            .map(setting -> "latchkey.messaging." + setting)
            .toArray(String[]::new);
    MessagingContext.runner()
        .withPropertyValues(properties)
        .run(
            context -> {
              FailureAnalysis analysis =
                  new MisconfiguredAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getDescription()).contains(message).doesNotContain("s3cret");
              assertThat(analysis.getAction()).isNotBlank();
            });
  }

  @Test
  void unusableBaseUrl_stopsTheStart() {
    for (String url :
        new String[] {"recovery.example.com", "ftp://example.com", "https://", "a b"}) {
      MessagingContext.runner()
          .withPropertyValues("latchkey.base-url=" + url)
          .run(
              context ->
                  assertThat(context)
                      .getFailure()
                      .rootCause()
                      .isInstanceOf(Misconfigured.class)
                      .hasMessageContaining("latchkey.base-url"));
    }
  }

  @Test
  void mistypedName_stopsTheStart() {
    MessagingContext.runner()
        .withPropertyValues("latchkey.messaging.twillio.account-sid=ACtest")
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("twillio"));
  }

  @Test
  void unknownProvider_stopsTheStart() {
    MessagingContext.runner()
        .withPropertyValues("latchkey.messaging.text.provider=pigeon")
        .run(
            context -> assertThat(context).getFailure().rootCause().hasMessageContaining("pigeon"));
  }

  @Test
  void theAnalyzerIsKnownToSpringBoot() {
    assertThat(
            SpringFactoriesLoader.forDefaultResourceLocation(getClass().getClassLoader())
                .load(
                    FailureAnalyzer.class,
                    SpringFactoriesLoader.FailureHandler.handleMessage((text, cause) -> {})))
        .hasAtLeastOneElementOfType(MisconfiguredAnalyzer.class);
  }
}
