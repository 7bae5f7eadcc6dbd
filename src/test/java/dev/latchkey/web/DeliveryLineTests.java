package dev.latchkey.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.help.CodeNews;
import dev.latchkey.help.DeliveryNews;
import dev.latchkey.help.UndeliveredReason;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page tells of the way of a code. */
class DeliveryLineTests extends PageTestBase {
  private static final String TOLD = "The text message was delivered:";
  @Autowired private DeliveryNews news;

  @AfterEach
  void forgetTheNews() {
    reset(news);
  }

  @Test
  void delivered_isToldWithItsTime_andThePageAsksNoMore() throws Exception {
    service.show(Situations.codeByTextMessage());
    newest("delivered");
    open("/recovery")
        .andExpect(content().string(containsString(TOLD)))
        .andExpect(content().string(containsString("datetime=\"" + Situations.NOW + "\"")))
        .andExpect(content().string(not(containsString("/recovery/delivery"))));
  }

  @Test
  void onItsWay_isNotTold_andThePageAsks() throws Exception {
    service.show(Situations.codeByTextMessage());
    newest("sent");
    open("/recovery")
        .andExpect(content().string(not(containsString(TOLD))))
        .andExpect(content().string(containsString("hx-get=\"/recovery/delivery?seen=5\"")));
  }

  @Test
  void poll_isEmptyUntilTheCodeIsDelivered() throws Exception {
    service.show(Situations.codeByTextMessage());
    newest("sent");
    open("/recovery/delivery?seen=5").andExpect(status().isNoContent());
    newest("delivered");
    open("/recovery/delivery?seen=5")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("id=\"delivery\"")))
        .andExpect(content().string(containsString(TOLD)))
        .andExpect(content().string(not(containsString("<html"))));
  }

  @Test
  void poll_ofAStepThatIsOver_isEmpty() throws Exception {
    service.show(Situations.codeByTextMessage());
    newest("delivered");
    open("/recovery/delivery?seen=4").andExpect(status().isNoContent());
    service.show(null);
    open("/recovery/delivery?seen=5").andExpect(status().isNoContent());
  }

  @ParameterizedTest
  @CsvSource({
    "text-message, UNKNOWN_NUMBER, its number is not in use",
    "text-message, UNREACHABLE, the phone is off or out of reach",
    "text-message, BLOCKED, blocks our messages",
    "text-message, CARRIER, trouble at the phone company",
    "text-message, OTHER, The text message could not be delivered",
    "email, UNKNOWN_ADDRESS, there is no such mailbox",
    "email, MAILBOX_FULL, the mailbox is full",
    "email, BLOCKED, blocks our messages",
    "email, OTHER, The e-mail could not be delivered"
  })
  void B1_B2_B3_whyTheCodeDidNotArrive_isSaidOnTheNextStep(
      String channel, UndeliveredReason reason, String words) throws Exception {
    service.show(Situations.with("undelivered", Situations.backupCode()));
    lost(channel, reason);
    open("/recovery").andExpect(content().string(containsString(words)));
  }

  @ParameterizedTest
  @EnumSource(UndeliveredReason.class)
  void eachReason_hasAText(UndeliveredReason reason) throws Exception {
    service.show(Situations.with("undelivered", Situations.backupCode()));
    for (String channel : new String[] {"text-message", "email"}) {
      lost(channel, reason);
      open("/recovery")
          .andExpect(content().string(containsString("we have gone on to the next way")))
          .andExpect(content().string(not(containsString("??"))));
    }
  }

  @Test
  void withoutACode_theGeneralNoticeStands() throws Exception {
    service.show(Situations.with("undelivered", Situations.backupCode()));
    open("/recovery").andExpect(content().string(containsString("may not have reached its goal")));
  }

  private void newest(String state) {
    when(news.newest(any()))
        .thenReturn(Optional.of(new CodeNews("text-message", state, null, Situations.NOW)));
  }

  private void lost(String channel, UndeliveredReason reason) {
    when(news.newestUndelivered(any()))
        .thenReturn(Optional.of(new CodeNews(channel, "undelivered", reason, Situations.NOW)));
  }
}
