package dev.latchkey.messaging.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.latchkey.messaging.MessagingContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ContextConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class BounceControllerTests {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String OURS = "<7f9c24e8-3b12-4a7e-9d6c-1234567890ab@example.com>";
  private static final String MESSAGE = "message/rfc822";
  private static final String REPORT = "multipart/report; report-type=delivery-status; boundary=b";

  @ParameterizedTest
  @CsvSource({
    "failed, 5.1.1, UNDELIVERED unknown-address",
    "failed, 5.1.10, UNDELIVERED unknown-address",
    "failed, 5.2.1, UNDELIVERED unknown-address",
    "failed, 5.2.2, UNDELIVERED mailbox-full",
    "failed, 4.4.7, UNDELIVERED unreachable",
    "failed, 5.7.1, UNDELIVERED blocked",
    "failed, 5.6.1, UNDELIVERED recipient-refused",
    "Failed, none, UNDELIVERED recipient-refused",
    "delayed, 4.4.1, SENT null",
    "delivered, 2.0.0, DELIVERED null",
    "relayed, 2.0.0, SENT null",
    "expanded, 2.0.0, null null"
  })
  void B1_notification_isStoredWithItsCause(String action, String status, String receipt) {
    configured(
        context -> {
          assertThat(status(context, signed(report(action, status), MESSAGE))).isEqualTo(204);
          assertThat(receipt(context)).isEqualTo(receipt);
        });
  }

  @Test
  void B1_reportWithoutTheHeadersOfTheMailAroundIt_isReadAsWell() {
    configured(
        context -> {
          assertThat(status(context, signed(parts("failed", "5.1.1"), REPORT))).isEqualTo(204);
          assertThat(receipt(context)).isEqualTo("UNDELIVERED unknown-address");
        });
  }

  @Test
  void T13_forgedNotification_isRefused() {
    configured(
        context -> {
          String body = report("failed", "5.1.1");
          String now = seconds(Duration.ZERO);
          String other = sign(now, body, "another secret, another secret, another");
          assertThat(status(context, request(body, MESSAGE, now, other))).isEqualTo(403);
          assertThat(status(context, request(body, MESSAGE, now, "forged"))).isEqualTo(403);
          assertThat(status(context, request(body, MESSAGE, now, null))).isEqualTo(403);
          assertThat(status(context, request(body, MESSAGE, null, sign("", body, SECRET))))
              .isEqualTo(403);
          assertThat(receipt(context)).isEqualTo("null null");
        });
  }

  @Test
  void T13_alteredNotification_isRefused() {
    configured(
        context -> {
          String now = seconds(Duration.ZERO);
          String later = seconds(Duration.ofMinutes(-1));
          String body = report("delayed", "4.4.1");
          String signature = sign(now, body, SECRET);
          String altered = report("failed", "5.1.1");
          assertThat(status(context, request(altered, MESSAGE, now, signature))).isEqualTo(403);
          assertThat(status(context, request(body, MESSAGE, later, signature))).isEqualTo(403);
          assertThat(receipt(context)).isEqualTo("null null");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT6M", "-PT6M"})
  void T13_signatureOfAnotherTime_isRefused(Duration old) {
    configured(
        context -> {
          String body = report("failed", "5.1.1");
          String then = seconds(old);
          assertThat(status(context, request(body, MESSAGE, then, sign(then, body, SECRET))))
              .isEqualTo(403);
          assertThat(receipt(context)).isEqualTo("null null");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "9223372036854775807", "1e9"})
  void T13_timeThatIsNone_isRefused(String time) {
    configured(
        context -> {
          String body = report("failed", "5.1.1");
          assertThat(status(context, request(body, MESSAGE, time, sign(time, body, SECRET))))
              .isEqualTo(403);
        });
  }

  @Test
  void T13_replayAndWhatFollows_haveNoEffect() {
    configured(
        context -> {
          String failed = report("failed", "5.2.2");
          status(context, signed(failed, MESSAGE));

          assertThat(status(context, signed(failed, MESSAGE))).isEqualTo(204);
          assertThat(status(context, signed(report("delivered", "2.0.0"), MESSAGE))).isEqualTo(204);
          assertThat(receipt(context)).isEqualTo("UNDELIVERED mailbox-full");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing of a mail",
        "Subject: I am on holiday\r\n\r\nBack on Monday.",
        "Content-Type: multipart/report; boundary=b\r\n\r\nno part at all",
        "Content-Type: multipart/report\r\n\r\n--b\r\n",
        "Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b--"
      })
  void garbage_hasNoEffect(String body) {
    configured(
        context -> {
          assertThat(status(context, signed(body, MESSAGE))).isIn(204, 403, 422);
          assertThat(receipt(context)).isEqualTo("null null");
        });
  }

  @Test
  void notificationOfAMailThatIsNotOurs_hasNoEffect() {
    configured(
        context -> {
          String foreign = report("failed", "5.1.1").replace(OURS, "<" + "x".repeat(5000) + "@a>");
          assertThat(status(context, signed(foreign, MESSAGE))).isEqualTo(204);
          assertThat(receipt(context)).isEqualTo("null null");
        });
  }

  @Test
  void hugeBody_isRefused() {
    configured(
        context -> {
          String huge = report("failed", "5.1.1") + "x".repeat(64 * 1024);
          assertThat(status(context, signed(huge, MESSAGE))).isEqualTo(413);
          assertThat(receipt(context)).isEqualTo("null null");
        });
  }

  @Test
  void withoutASecret_thereIsNoWebhook() {
    MessagingContext.runner()
        .run(
            context -> {
              assertThat(context).doesNotHaveBean(BounceController.class);
              assertThat(status(context, signed(report("failed", "5.1.1"), MESSAGE)))
                  .isEqualTo(404);
            });
  }

  @Test
  void shortSecret_stopsTheStart() {
    MessagingContext.runner()
        .withPropertyValues(settings("short"))
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("bounce-secret"));
  }

  private static void configured(ContextConsumer<AssertableWebApplicationContext> test) {
    MessagingContext.runner()
        .withPropertyValues(settings(SECRET))
        .run(
            context -> {
              acceptedMail(context);
              test.accept(context);
            });
  }

  private static String[] settings(String secret) {
    return new String[] {
      "latchkey.messaging.mail.provider=smtp",
      "latchkey.messaging.smtp.host=mail.example.com",
      "latchkey.messaging.smtp.from=noreply@example.com",
      "latchkey.messaging.smtp.bounce-address=bounce@example.com",
      "latchkey.messaging.smtp.bounce-secret=" + secret
    };
  }

  private static void acceptedMail(AssertableWebApplicationContext context) {
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            insert into message (id, case_id, purpose, channel, target, target_hash, locale, state,
              provider, provider_id, created_at, changed_at)
            values ('m', 'case', 'recovery-code', 'EMAIL', 'aiko@example.org', 'hash', 'en',
              'ACCEPTED', 'smtp', ?, current_timestamp, current_timestamp)
            """)
        .param(OURS)
        .update();
  }

  private static String receipt(AssertableWebApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("select receipt, receipt_cause from message")
        .query((row, number) -> row.getString(1) + " " + row.getString(2))
        .single();
  }

  private static String report(String action, String status) {
    return """
    Received: from mx.example.org\r
    From: Mail Delivery System <postmaster@example.org>\r
    To: bounce@example.com\r
    Subject: Delivery Status Notification\r
    MIME-Version: 1.0\r
    Content-Type: %s\r
    \r
    %s\
    """
        .formatted(REPORT, parts(action, status));
  }

  private static String parts(String action, String status) {
    return """
    --b\r
    Content-Type: text/plain\r
    \r
    Your mail could not be delivered.\r
    --b\r
    Content-Type: message/delivery-status\r
    \r
    Reporting-MTA: dns; mx.example.org\r
    \r
    Final-Recipient: rfc822; aiko@example.org\r
    Action: %s (as it is)\r
    Status: %s\r
    Diagnostic-Code: smtp; 550 so it is\r
    \r
    --b\r
    Content-Type: text/rfc822-headers\r
    \r
    Message-ID: %s\r
    Subject: Your code\r
    \r
    --b--\r
    """
        .formatted(action, status, OURS);
  }

  private static MockHttpServletRequestBuilder signed(String body, String type) {
    String now = seconds(Duration.ZERO);
    return request(body, type, now, sign(now, body, SECRET));
  }

  private static MockHttpServletRequestBuilder request(
      String body, String type, String timestamp, String signature) {
    MockHttpServletRequestBuilder request =
        post("/webhooks/mail/bounce").header("Content-Type", type).content(body);
    if (timestamp != null) {
      request.header("X-Latchkey-Timestamp", timestamp);
    }
    return signature == null ? request : request.header("X-Latchkey-Signature", signature);
  }

  private static String seconds(Duration ago) {
    return String.valueOf(Instant.now(Clock.systemUTC()).minus(ago).getEpochSecond());
  }

  private static int status(
      AssertableWebApplicationContext context, MockHttpServletRequestBuilder request)
      throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(request)
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private static String sign(String timestamp, String body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      String signed = timestamp + "." + body;
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
