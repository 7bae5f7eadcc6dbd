package dev.latchkey.messaging.twilio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.latchkey.messaging.MessagingProperties.Twilio;
import dev.latchkey.messaging.Sender.OutgoingMessage;
import dev.latchkey.messaging.Sender.SendResult;
import dev.latchkey.messaging.TemporarySendFailure;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSenderTests {
  private static final String MESSAGES = "/proxy/2010-04-01/Accounts/ACtest/Messages.json";
  private static final String CALLBACK = "http://recovery.example.com/webhooks/twilio/status";
  private static final OutgoingMessage CODE =
      new OutgoingMessage(
          "intent",
          "+819012345678",
          null,
          "Code 493817\n@recovery.example.com #493817",
          null,
          Locale.ENGLISH,
          Duration.ofMinutes(10));

  @RegisterExtension
  static final WireMockExtension TWILIO =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @Test
  void acceptedMessage_hasTheProvidersId() {
    answer(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"queued\"}"));

    assertThat(withNumber().send(CODE)).isEqualTo(new SendResult("SM1", null));

    TWILIO.verify(
        1,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withBasicAuth(
                new com.github.tomakehurst.wiremock.client.BasicCredentials("ACtest", "token"))
            .withFormParam("To", WireMock.equalTo("+819012345678"))
            .withFormParam("From", WireMock.equalTo("+12025550100"))
            .withFormParam("Body", WireMock.equalTo(CODE.text()))
            .withFormParam("ValidityPeriod", WireMock.equalTo("600"))
            .withFormParam("StatusCallback", WireMock.equalTo(CALLBACK)));
  }

  @ParameterizedTest
  @CsvSource({"200,true", "403,true", "429,false", "503,false"})
  void R15_signOfLife_isAnyAnswer_butThatItCannotAnswer(int status, boolean reachable) {
    TWILIO.stubFor(
        WireMock.get(urlEqualTo("/proxy/2010-04-01/Accounts/ACtest.json"))
            .willReturn(aResponse().withStatus(status).withBody("{}")));

    assertThat(withNumber().reachable()).contains(reachable);
    TWILIO.verify(0, postRequestedFor(urlEqualTo(MESSAGES)));
  }

  @Test
  void messagingServiceAndApiKey_areUsedWhenSet() {
    answer(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"accepted\"}"));
    sender(settings(null, "MG1", "SK1", "secret")).send(CODE);

    TWILIO.verify(
        postRequestedFor(urlEqualTo(MESSAGES))
            .withBasicAuth(
                new com.github.tomakehurst.wiremock.client.BasicCredentials("SK1", "secret"))
            .withFormParam("MessagingServiceSid", WireMock.equalTo("MG1")));
  }

  @Test
  void E2_numberOfTheCountry_isTheSender() {
    answer(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\",\"status\":\"queued\"}"));
    Map<String, String> numbers = Map.of("JP", "+815012345678", "IN", "+912212345678");
    sender(settings("+12025550100", null, null, null, numbers)).send(CODE);
    sender(settings(null, "MG1", null, null, numbers)).send(CODE);

    TWILIO.verify(
        2,
        postRequestedFor(urlEqualTo(MESSAGES))
            .withFormParam("From", WireMock.equalTo("+815012345678")));
  }

  @ParameterizedTest
  @CsvSource({
    "21211, invalid-number",
    "21614, invalid-number",
    "21408, region-not-allowed",
    "21610, opted-out",
    "30003, unreachable",
    "30004, blocked",
    "30005, unknown-number",
    "30006, no-mobile-number",
    "30007, filtered",
    "30008, carrier-failure",
    "99999, provider-refused"
  })
  void B1_B2_E1_refusalForGood_isNotTriedAgain(int code, String cause) {
    answer(refusal(400, code));

    assertThat(withNumber().send(CODE)).isEqualTo(new SendResult(null, cause));

    TWILIO.verify(1, postRequestedFor(urlEqualTo(MESSAGES)));
  }

  @Test
  void messageTakenAndFailedAtOnce_isRefused() {
    answer(
        aResponse()
            .withStatus(201)
            .withBody("{\"sid\":\"SM1\",\"status\":\"failed\",\"error_code\":30007}"));

    assertThat(withNumber().send(CODE)).isEqualTo(new SendResult(null, "filtered"));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void tooManyOrServerError_isTriedLaterAndOnceOnly(int status) {
    answer(refusal(status, 20429).withHeader("Retry-After", "1"));

    assertThatThrownBy(() -> withNumber().send(CODE))
        .isInstanceOf(TemporarySendFailure.class)
        .hasMessageContaining(String.valueOf(status));

    TWILIO.verify(1, postRequestedFor(urlEqualTo(MESSAGES)));
  }

  @Test
  void serverErrorThatIsNoJson_isTriedLater() {
    answer(aResponse().withStatus(502).withBody("<html>Bad gateway</html>"));

    assertThatThrownBy(() -> withNumber().send(CODE)).isInstanceOf(TemporarySendFailure.class);
  }

  @Test
  void providerThatDoesNotAnswer_isTriedLaterAndOnceOnly() {
    answer(aResponse().withStatus(201).withBody("{\"sid\":\"SM1\"}").withFixedDelay(6_000));

    assertThatThrownBy(() -> withNumber().send(CODE)).isInstanceOf(TemporarySendFailure.class);

    TWILIO.verify(1, postRequestedFor(urlEqualTo(MESSAGES)));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
  void brokenConnection_isTriedLater(Fault fault) {
    answer(aResponse().withFault(fault));

    assertThatThrownBy(() -> withNumber().send(CODE)).isInstanceOf(TemporarySendFailure.class);
  }

  @Test
  void T20_failureNamesNeitherCodeNorNumber() {
    answer(refusal(503, 20503));

    assertThatThrownBy(() -> withNumber().send(CODE))
        .satisfies(
            failure -> {
              java.io.StringWriter trace = new java.io.StringWriter();
              failure.printStackTrace(new java.io.PrintWriter(trace));
              assertThat(trace.toString()).doesNotContain("493817").doesNotContain("819012345678");
            });
  }

  private static void answer(ResponseDefinitionBuilder response) {
    TWILIO.stubFor(
        post(urlEqualTo(MESSAGES))
            .willReturn(response.withHeader("Content-Type", "application/json")));
  }

  private static ResponseDefinitionBuilder refusal(int status, int code) {
    return aResponse()
        .withStatus(status)
        .withBody(
            "{\"code\":%d,\"message\":\"About +819012345678\",\"status\":%d}"
                .formatted(code, status));
  }

  private static TwilioSender withNumber() {
    return sender(settings("+12025550100", null, null, null));
  }

  private static TwilioSender sender(Twilio settings) {
    return new TwilioSender(TwilioAccess.of(settings), CALLBACK);
  }

  private static Twilio settings(String from, String service, String key, String secret) {
    return settings(from, service, key, secret, Map.of());
  }

  private static Twilio settings(
      String from, String service, String key, String secret, Map<String, String> serviceNumbers) {
    return new Twilio(
        "ACtest",
        "token",
        key,
        secret,
        from,
        service,
        serviceNumbers,
        true,
        URI.create(TWILIO.baseUrl() + "/proxy/"),
        Duration.ofSeconds(3),
        Duration.ofSeconds(3));
  }
}
