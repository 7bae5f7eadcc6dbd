package dev.latchkey.messaging.twilio;

import static dev.latchkey.messaging.twilio.SignedRequests.sign;
import static dev.latchkey.messaging.twilio.SignedRequests.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.MessagingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class TwilioInboundControllerTests {
  private static final String PATH = "/webhooks/twilio/inbound";
  private static final String URL = "http://recovery.example.com" + PATH;
  private static final Map<String, String> START = from("+819012345678", "START");

  @Test
  void E2_signedText_isStoredByItsKeyword() {
    configured(
        context -> {
          assertThat(status(context, signed(START))).isEqualTo(204);
          assertThat(stored(context)).containsExactly("+819012345678 opt-in true");
        });
  }

  @Test
  void T13_forgedText_isRefused() {
    configured(
        context -> {
          Map<String, String> altered = from("+819012345678", "STOP");
          assertThat(status(context, request(altered, sign(URL, START)))).isEqualTo(403);
          assertThat(status(context, request(START, "forged"))).isEqualTo(403);
          assertThat(status(context, request(START, null))).isEqualTo(403);
          assertThat(stored(context)).isEmpty();
        });
  }

  @Test
  void T7_T13_signatureCountsForTheConfiguredUrlOnly() {
    configured(
        context -> {
          MockHttpServletRequestBuilder poisoned =
              request(START, sign("https://evil.example" + PATH, START))
                  .header("Host", "evil.example")
                  .header("X-Forwarded-Host", "evil.example")
                  .header("Forwarded", "host=evil.example;proto=https");
          assertThat(status(context, poisoned)).isEqualTo(403);

          String ofReceipts = "http://recovery.example.com/webhooks/twilio/status";
          assertThat(status(context, request(START, sign(ofReceipts, START)))).isEqualTo(403);
          assertThat(stored(context)).isEmpty();
        });
  }

  @Test
  void T13_replay_hasNoEffect() {
    configured(
        context -> {
          status(context, signed(START));

          assertThat(status(context, signed(START))).isEqualTo(204);
          assertThat(stored(context)).hasSize(1);
        });
  }

  @Test
  void T6_doubledField_isRefused() {
    configured(
        context -> {
          assertThat(status(context, signed(START).param("Body", "STOP"))).isEqualTo(403);
          assertThat(stored(context)).isEmpty();
        });
  }

  @ParameterizedTest
  @CsvSource({
    "STOP, '', opt-out, true",
    "stop please, '', other, false",
    "停止, '', opt-out, false",
    "GO, '', opt-in, false",
    "HELP, '', help, true",
    "Adios, STOP, opt-out, true",
    "Hola, START, opt-in, true",
    "Socorro, HELP, help, true"
  })
  void E3_whatTwilioAnswersByItself_isNotAnsweredTwice(
      String body, String optOutType, String keyword, boolean answered) {
    configured(
        context -> {
          Map<String, String> fields = new HashMap<>(from("+819012345678", body));
          if (!optOutType.isEmpty()) {
            fields.put("OptOutType", optOutType);
          }
          status(context, signed(fields));

          assertThat(stored(context)).containsExactly("+819012345678 " + keyword + " " + answered);
        });
  }

  @Test
  void E3_providerThatLeavesAnswersToUs_answersNone() {
    configured(
        context -> {
          status(context, signed(START));
          assertThat(stored(context)).containsExactly("+819012345678 opt-in false");
        },
        "latchkey.messaging.twilio.answers-keywords=false");
  }

  @ParameterizedTest
  @CsvSource({"72345", "AMAZON", "whatsapp:+819012345678", "''"})
  void textFromNoTelephone_isLeftAlone(String sender) {
    configured(
        context -> {
          assertThat(status(context, signed(from(sender, "START")))).isEqualTo(204);
          assertThat(stored(context)).isEmpty();
        });
  }

  @Test
  void T20_theTextItself_isNotKept() {
    configured(
        context -> {
          status(context, signed(from("+819012345678", "my code is 493817")));
          assertThat(
                  context
                      .getBean(JdbcClient.class)
                      .sql("select * from inbound_text")
                      .query()
                      .singleRow()
                      .values())
              .noneMatch(value -> String.valueOf(value).contains("493817"));
        });
  }

  @Test
  void withoutTwilio_thereIsNoWebhook() {
    MessagingContext.runner()
        .run(context -> assertThat(status(context, signed(START))).isEqualTo(404));
  }

  private static Map<String, String> from(String number, String body) {
    return Map.of("MessageSid", "SM1", "From", number, "To", "+12025550100", "Body", body);
  }

  private static MockHttpServletRequestBuilder signed(Map<String, String> fields) {
    return request(fields, sign(URL, fields));
  }

  private static MockHttpServletRequestBuilder request(
      Map<String, String> fields, String signature) {
    return SignedRequests.request(PATH, fields, signature);
  }

  private static void configured(
      ContextConsumer<AssertableWebApplicationContext> test, String... settings) {
    MessagingContext.runner()
        .withPropertyValues(SignedRequests.SETTINGS)
        .withPropertyValues(settings)
        .run(test);
  }

  private static List<String> stored(AssertableWebApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("select sender, keyword, answered from inbound_text")
        .query((row, number) -> row.getString(1) + " " + row.getString(2) + " " + row.getBoolean(3))
        .list();
  }
}
