package dev.latchkey.messaging.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.MessageIntent;
import dev.latchkey.messaging.MessagingContext;
import dev.latchkey.messaging.Outbox;
import dev.latchkey.messaging.Purpose;
import dev.latchkey.messaging.SendOutcome;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
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

  private static MockHttpServletResponse page(WebApplicationContext context) throws Exception {
    return MockMvcBuilders.webAppContextSetup(context)
        .build()
        .perform(get("/mailroom"))
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
