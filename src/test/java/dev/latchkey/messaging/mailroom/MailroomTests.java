package dev.latchkey.messaging.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.MessageIntent;
import dev.latchkey.messaging.MessagingContext;
import dev.latchkey.messaging.Outbox;
import dev.latchkey.messaging.Purpose;
import dev.latchkey.messaging.SendOutcome;
import dev.latchkey.messaging.TemporarySendFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

class MailroomTests {
  private static final String[] REAL_PROVIDERS = {
    "latchkey.messaging.text.provider=twilio",
    "latchkey.messaging.twilio.account-sid=ACtest",
    "latchkey.messaging.twilio.auth-token=token",
    "latchkey.messaging.twilio.from=+12025550100",
    "latchkey.messaging.mail.provider=smtp",
    "latchkey.messaging.smtp.host=mail.example.com",
    "latchkey.messaging.smtp.from=noreply@example.com"
  };

  @Test
  void page_listsWhatWasSentNewestFirst() {
    MessagingContext.runner()
        .run(
            context -> {
              send(context, Channel.TEXT_MESSAGE, "+819012345678", "111111");
              send(context, Channel.EMAIL, "aiko@example.com", "222222");

              String page = page(context).getContentAsString();

              assertThat(page.indexOf("222222")).isPositive().isLessThan(page.indexOf("111111"));
              assertThat(page)
                  .contains("@recovery.example.com #111111")
                  .contains("+819012345678", "aiko@example.com")
                  .contains("<a href=\"http://recovery.example.com/recovery/link?t=abc\"");
            });
  }

  @Test
  void T15_htmlPart_isShutInASandbox() {
    MessagingContext.runner()
        .run(
            context -> {
              send(context, Channel.EMAIL, "aiko@example.com", "<script>alert(1)</script>");

              String page = page(context).getContentAsString();

              assertThat(page).contains("<iframe sandbox=\"\"", "srcdoc=\"&lt;!DOCTYPE html&gt;");
              assertThat(page).doesNotContain("<script>alert");
            });
  }

  @Test
  void emptyMailroom_saysSo() {
    MessagingContext.runner()
        .run(
            context ->
                assertThat(page(context).getContentAsString()).contains("Nothing was sent yet"));
  }

  @Test
  void E2_textToTheService_isTakenAndUnderstood() {
    MessagingContext.runner()
        .run(
            context -> {
              MockHttpServletResponse answer = sendsText(context, "+81 90-1234-5678", "ＳＴＡＲＴ");

              assertThat(answer.getRedirectedUrl()).isEqualTo("/mailroom?heard=opt-in");
              assertThat(
                      context
                          .getBean(JdbcClient.class)
                          .sql("select sender || ' ' || keyword from inbound_text")
                          .query(String.class)
                          .single())
                  .isEqualTo("+819012345678 opt-in");
            });
  }

  @Test
  void E2_textFromWhatIsNoNumber_isAnsweredWithAnError_andNothingIsLost() {
    MessagingContext.runner()
        .run(
            context ->
                assertThat(sendsText(context, "090-1234-\"5678", "START").getContentAsString())
                    .contains("with its country code")
                    .contains("value=\"090-1234-&quot;5678\"", "value=\"START\""));
  }

  @Test
  void E2_realTextProvider_leavesNoFormForTexts() {
    MessagingContext.runner()
        .withPropertyValues(Arrays.copyOf(REAL_PROVIDERS, 4))
        .run(
            context -> {
              assertThat(page(context).getContentAsString()).doesNotContain("mailroom/text");
              assertThat(sendsText(context, "+819012345678", "START").getStatus()).isEqualTo(404);
            });
  }

  @Test
  void realProviders_leaveNoMailroom() {
    MessagingContext.runner()
        .withPropertyValues(REAL_PROVIDERS)
        .run(
            context -> {
              assertThat(page(context).getStatus()).isEqualTo(404);
              assertThat(context)
                  .doesNotHaveBean(Mailroom.class)
                  .doesNotHaveBean(MailroomController.class);
            });
  }

  @Test
  void P2_rollbackOfTheCaller_leavesTheMessageInTheMailroom() {
    MessagingContext.runner()
        .run(
            context -> {
              new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                  .executeWithoutResult(
                      status -> {
                        send(context, Channel.TEXT_MESSAGE, "+819012345678", "111111");
                        status.setRollbackOnly();
                      });

              assertThat(context.getBean(Mailroom.class).newest()).hasSize(1);
            });
  }

  @Test
  void B1_chosenReport_isWhatHappensToTheNextMessages() {
    MessagingContext.runner()
        .run(
            context -> {
              assertThat(choose(context, "TEXT_MESSAGE", "UNKNOWN_NUMBER")).isEqualTo(302);
              send(context, Channel.TEXT_MESSAGE, "+819012345678", "111111");
              send(context, Channel.EMAIL, "aiko@example.com", "222222");

              assertThat(planned(context))
                  .containsExactlyInAnyOrder("UNDELIVERED unknown-number", "DELIVERED null");
              assertThat(page(context).getContentAsString())
                  .contains("<option value=\"UNKNOWN_NUMBER\" selected=\"selected\">");
            });
  }

  @Test
  void withoutAReport_nothingIsPlanned() {
    MessagingContext.runner()
        .run(
            context -> {
              choose(context, "EMAIL", "NONE");
              send(context, Channel.EMAIL, "aiko@example.com", "222222");

              assertThat(planned(context)).isEmpty();
            });
  }

  @Test
  void B4_outOfOrder_takesNothing() {
    MessagingContext.runner()
        .run(
            context -> {
              choose(context, "EMAIL", "OUT_OF_ORDER");

              assertThatThrownBy(() -> send(context, Channel.EMAIL, "aiko@example.com", "222222"))
                  .isInstanceOf(TemporarySendFailure.class);
              assertThat(context.getBean(Mailroom.class).newest()).isEmpty();
            });
  }

  @Test
  void reportThatTheChannelCannotMeet_isRefused() {
    MessagingContext.runner()
        .run(
            context -> {
              assertThat(choose(context, "EMAIL", "UNKNOWN_NUMBER")).isEqualTo(400);
              assertThat(choose(context, "EMAIL", "nothing")).isEqualTo(400);
              assertThat(choose(context, "PIGEON", "DELIVERED")).isEqualTo(400);
            });
  }

  private static int choose(WebApplicationContext context, String channel, String report)
      throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(post("/mailroom/reports").param("channel", channel).param("report", report))
        .andReturn()
        .getResponse()
        .getStatus();
  }

  private static List<String> planned(WebApplicationContext context) {
    return context
        .getBean(JdbcClient.class)
        .sql("select status, cause from planned_receipt")
        .query((row, number) -> row.getString("status") + " " + row.getString("cause"))
        .list();
  }

  private static MockHttpServletResponse page(WebApplicationContext context) throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(get("/mailroom"))
        .andReturn()
        .getResponse();
  }

  private static MockHttpServletResponse sendsText(
      WebApplicationContext context, String from, String text) throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(post("/mailroom/text").param("from", from).param("text", text))
        .andReturn()
        .getResponse();
  }

  private static void send(
      WebApplicationContext context, Channel channel, String target, String code) {
    Outbox outbox = context.getBean(Outbox.class);
    MessageIntent intent =
        new MessageIntent(
            "case",
            "issue",
            Purpose.RECOVERY_CODE,
            channel,
            target,
            "hash of " + target,
            null,
            Locale.ENGLISH);
    TransactionTemplate apart =
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    apart.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    String message = apart.execute(status -> outbox.intend(intent));
    SendOutcome outcome =
        outbox.send(
            message,
            Map.of(
                "code", code, "minutes", "10", "link", "/recovery/link?t=abc", "objection", "/o"));
    assertThat(outcome).isEqualTo(SendOutcome.ACCEPTED);
  }
}
