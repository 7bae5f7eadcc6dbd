package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.account.Sessions;
import dev.latchkey.help.HelpAction;
import dev.latchkey.help.HelpTopic;
import dev.latchkey.help.HelpTopics;
import dev.latchkey.recovery.RecoveryStatus;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class HelpPagesTests extends PageTestBase {
  private static final String BACK = "Back to where you were";
  @Autowired private Sessions sessions;

  @BeforeEach
  void aCodeIsWaitedFor() {
    when(sessions.find(any())).thenReturn(Optional.empty());
    service.show(Situations.codeByTextMessage());
  }

  static Stream<String> topics() {
    return HelpTopics.all().stream().map(HelpTopic::key);
  }

  @Test
  void index_leadsToEachTopic() throws Exception {
    ResultActions page = byAStranger(get("/help")).andExpect(status().isOk());
    for (HelpTopic topic : HelpTopics.all()) {
      page.andExpect(content().string(containsString("href=\"/help/" + topic.key() + "\"")));
    }
  }

  @Test
  void E2_blockedSender_namesTheNumbersToTextTo() throws Exception {
    byAStranger(get("/help/" + HelpTopics.BLOCKED_SENDER))
        .andExpect(
            content().string(containsString("number from Japan, text the word START to +81 50-")))
        .andExpect(
            content()
                .string(containsString("other number, text the word START to +1 202-555-0100")));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void H_eachTopic_isAPage_inEachLanguage(String topic) throws Exception {
    for (String language : List.of("en", "ja", "mr")) {
      byAStranger(get("/help/" + topic).cookie(new Cookie("latchkey_language", language)))
          .andExpect(status().isOk())
          .andExpect(content().string(containsString("lang=\"" + language + "\"")))
          .andExpect(content().string(not(containsString("??"))))
          .andExpect(content().string(not(containsString("[account."))));
    }
  }

  @Test
  void unknownTopic_isNotFound() throws Exception {
    byAStranger(get("/help/no-such-topic")).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @EnumSource(HelpAction.class)
  void eachButton_leadsToAPageThatExists(HelpAction action) throws Exception {
    int found = byAStranger(get(action.path())).andReturn().getResponse().getStatus();
    assertThat(found).isIn(200, 302);
  }

  @Test
  void C2_startWithoutPhone_isChosenOnTheStartPage() throws Exception {
    byAStranger(get(HelpAction.RECOVER_SECOND_FACTOR.path()))
        .andExpect(content().string(containsString("value=\"second-factor\" checked=\"checked\"")));
    byAStranger(get("/?lost=<b>"))
        .andExpect(content().string(containsString("value=\"password\" checked=\"checked\"")));
  }

  @Test
  void H_search_showsWhatFits() throws Exception {
    byAStranger(get("/help").param("q", "no text message"))
        .andExpect(content().string(containsString("This may help")))
        .andExpect(content().string(containsString("href=\"/help/no-text-message\"")))
        .andExpect(content().string(not(containsString("href=\"/help/never-share-codes\""))));
  }

  @Test
  void T15_searchWithoutResult_isShownAsText_withTheWayOn() throws Exception {
    byAStranger(get("/help").param("q", "<script>xyzzy</script>#{7*7}"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("&lt;script&gt;xyzzy&lt;/script&gt;#{7*7}")))
        .andExpect(content().string(not(containsString("<script>xyzzy"))))
        .andExpect(content().string(containsString("We found nothing")))
        .andExpect(content().string(containsString("href=\"/help/no-text-message\"")));
  }

  @Test
  void T15_searchThatIsTooLong_saysSo_andIsKept() throws Exception {
    String typed = "code ".repeat(40) + "x";
    byAStranger(get("/help").param("q", typed))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"q-problem\"")))
        .andExpect(content().string(containsString("keep to 200 characters")))
        .andExpect(content().string(containsString(typed)));
    byAStranger(get("/help").param("q", typed.substring(1))).andExpect(status().isOk());
  }

  @Test
  void T6_searchTwice_isRefused() throws Exception {
    byAStranger(get("/help").param("q", "a", "b")).andExpect(status().isBadRequest());
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void search_isNotLogged(CapturedOutput output) throws Exception {
    byAStranger(get("/help").param("q", "canary words of mine")).andExpect(status().isOk());
    assertThat(output).doesNotContain("canary");
  }

  @Test
  void A12_whoeverIsUnderWay_findsTheWayBack() throws Exception {
    open("/help/no-text-message")
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("href=\"/recovery\">" + BACK),
                        not(containsString("Get back into my account")))));
    open("/help").andExpect(content().string(containsString("href=\"/recovery\">" + BACK)));
  }

  @Test
  void A12_whoeverSignsIn_findsTheWayBackToTheSecondStep() throws Exception {
    byAStranger(
            get("/help/no-login-request")
                .cookie(new Cookie(PageCookies.SECOND_STEP, "sign-in-code")))
        .andExpect(content().string(containsString("href=\"/account/second-step\">" + BACK)));
  }

  @Test
  void A12_closedCases_andAddressesOfOthers_offerNoWayBack() throws Exception {
    byAStranger(get("/help").cookie(new Cookie(PageCookies.NEW_ADDRESS, "new-address-code")))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString(BACK))));
    service.show(Situations.closed(RecoveryStatus.EXPIRED));
    open("/help").andExpect(content().string(not(containsString(BACK))));
  }

  @Test
  void R15_helpSaysTheSame_whateverCookieIsSent() throws Exception {
    String without = text(get("/help/no-text-message"));
    String unknown =
        text(get("/help/no-text-message").cookie(new Cookie(PageCookies.RECOVERY, "unknown")));
    assertThat(unknown).isEqualTo(without);
  }

  @Test
  void eachStep_leadsToItsTopic() throws Exception {
    open("/recovery").andExpect(content().string(containsString("/help/no-text-message\"")));
    for (String step : StepPages.STEPS) {
      for (String channel : List.of("text-message", "email", "contact")) {
        String topic = HelpTopics.ofStep(step, channel);
        assertThat(HelpTopics.find(topic)).as(step).isPresent();
      }
    }
    assertThat(HelpTopics.ofStep("enter-code", "email")).isEqualTo("no-email");
    assertThat(HelpTopics.ofStep("hold", "email")).isEqualTo("security-hold");
  }

  @Test
  void eachPage_leadsToHelp() throws Exception {
    for (String page : List.of("/", "/account/sign-in", "/help/not-me", "/problems/fault")) {
      byAStranger(get(page)).andExpect(content().string(containsString("href=\"/help\"")));
    }
  }

  @Test
  void helpPages_areNotKept_sinceTheyHoldTheWayBack() throws Exception {
    byAStranger(get("/help/not-me"))
        .andExpect(header().string("Cache-Control", containsString("no-store")));
  }

  private ResultActions byAStranger(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request);
  }

  private String text(MockHttpServletRequestBuilder request) throws Exception {
    return byAStranger(request)
        .andReturn()
        .getResponse()
        .getContentAsString()
        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
  }
}
