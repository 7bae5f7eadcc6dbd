package dev.latchkey.messaging.twilio;

import static dev.latchkey.messaging.twilio.SignedRequests.sign;
import static dev.latchkey.messaging.twilio.SignedRequests.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.messaging.MessagingContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class TwilioStatusControllerTests {
  private static final String URL = "http://recovery.example.com/webhooks/twilio/status";
  private static final Map<String, String> UNDELIVERED =
      Map.of("MessageSid", "SM1", "MessageStatus", "undelivered", "ErrorCode", "30003");

  @Test
  void signedReceipt_isStored() {
    configured(
        context -> {
          assertThat(status(context, request(UNDELIVERED, sign(URL, UNDELIVERED)))).isEqualTo(204);
          assertThat(receipt(context)).isEqualTo("UNDELIVERED unreachable");
        });
  }

  @Test
  void eachStatus_isUnderstood() {
    Map<String, String> receipts =
        Map.of(
            "accepted", "null null",
            "queued", "null null",
            "sending", "null null",
            "sent", "SENT null",
            "delivered", "DELIVERED null",
            "read", "DELIVERED null",
            "undelivered", "UNDELIVERED provider-refused",
            "failed", "UNDELIVERED provider-refused",
            "canceled", "UNDELIVERED provider-refused",
            "brand-new", "null null");
    receipts.forEach(
        (status, receipt) ->
            configured(
                context -> {
                  Map<String, String> fields = Map.of("MessageSid", "SM1", "MessageStatus", status);
                  assertThat(status(context, request(fields, sign(URL, fields)))).isEqualTo(204);
                  assertThat(receipt(context)).as(status).isEqualTo(receipt);
                }));
  }

  @Test
  void T13_forgedReceipt_isRefused() {
    configured(
        context -> {
          Map<String, String> altered =
              Map.of("MessageSid", "SM1", "MessageStatus", "delivered", "ErrorCode", "30003");
          assertThat(status(context, request(altered, sign(URL, UNDELIVERED)))).isEqualTo(403);
          assertThat(status(context, request(UNDELIVERED, "forged"))).isEqualTo(403);
          assertThat(status(context, request(UNDELIVERED, null))).isEqualTo(403);
          assertThat(receipt(context)).isEqualTo("null null");
        });
  }

  @Test
  void T7_T13_signatureCountsForTheConfiguredUrlOnly() {
    configured(
        context -> {
          String signature = sign("https://evil.example/webhooks/twilio/status", UNDELIVERED);
          MockHttpServletRequestBuilder poisoned =
              request(UNDELIVERED, signature)
                  .header("Host", "evil.example")
                  .header("X-Forwarded-Host", "evil.example")
                  .header("X-Forwarded-Proto", "https")
                  .header("Forwarded", "host=evil.example;proto=https");

          assertThat(status(context, poisoned)).isEqualTo(403);
        });
  }

  @Test
  void T7_signedReceiptThroughAProxy_isStored() {
    configured(
        context -> {
          MockHttpServletRequestBuilder proxied =
              request(UNDELIVERED, sign(URL, UNDELIVERED)).header("Host", "10.0.0.7:8080");

          assertThat(status(context, proxied)).isEqualTo(204);
        });
  }

  @Test
  void T13_replayAndOutOfOrder_haveNoEffect() {
    configured(
        context -> {
          Map<String, String> sent = Map.of("MessageSid", "SM1", "MessageStatus", "sent");
          status(context, request(UNDELIVERED, sign(URL, UNDELIVERED)));

          assertThat(status(context, request(UNDELIVERED, sign(URL, UNDELIVERED)))).isEqualTo(204);
          assertThat(status(context, request(sent, sign(URL, sent)))).isEqualTo(204);
          assertThat(receipt(context)).isEqualTo("UNDELIVERED unreachable");
        });
  }

  @Test
  void T6_doubledField_isRefused() {
    configured(
        context -> {
          MockHttpServletRequestBuilder doubled =
              request(UNDELIVERED, sign(URL, UNDELIVERED)).param("MessageStatus", "delivered");

          assertThat(status(context, doubled)).isEqualTo(403);
        });
  }

  @Test
  void withoutTwilio_thereIsNoWebhook() {
    MessagingContext.runner()
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(TwilioStatusController.class);
              assertThat(status(context, request(UNDELIVERED, sign(URL, UNDELIVERED))))
                  .isEqualTo(404);
            });
  }

  private static void configured(ContextConsumer<AssertableWebApplicationContext> test) {
    MessagingContext.runner()
        .withPropertyValues(SignedRequests.SETTINGS)
        .run(
            context -> {
              insertAcceptedMessage(context);
              test.accept(context);
            });
  }

  private static void insertAcceptedMessage(AssertableWebApplicationContext context) {
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into message (id, case_id, purpose, channel, target, target_hash, locale, state,
              provider, provider_id, created_at, changed_at)
            values ('m', 'case', 'recovery-code', 'TEXT_MESSAGE', '+819012345678', 'hash', 'en',
              'ACCEPTED', 'twilio', 'SM1', current_timestamp, current_timestamp)
            """)
        .update();
  }

  private static String receipt(AssertableWebApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("select receipt, receipt_cause from message")
        .query((row, number) -> row.getString(1) + " " + row.getString(2))
        .single();
  }

  private static MockHttpServletRequestBuilder request(
      Map<String, String> fields, String signature) {
    return SignedRequests.request("/webhooks/twilio/status", fields, signature);
  }
}
