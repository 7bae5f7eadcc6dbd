package dev.latchkey.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.help.ServiceState;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.RecoveryMessage;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What pages and programs say of channels that do not work. */
class ServicePagesTests extends PageTestBase {
  private static final String DOWN = "Text messages are not going out";
  private static final String SLOW = "Text messages take longer";
  private static final String WAIT = "You can wait here";

  @BeforeEach
  void aPersonWaitsForACode() {
    service.show(Situations.codeByTextMessage());
  }

  @AfterEach
  void everythingWorksAgain() {
    ServiceMocks.works();
  }

  private void says(String path, Matcher<String> words) throws Exception {
    open(path).andExpect(status().isOk()).andExpect(content().string(words));
  }

  @Test
  void B4_whileEverythingWorks_noPageSaysOtherwise() throws Exception {
    for (String path : new String[] {"/", "/recovery"}) {
      says(path, allOf(not(containsString(DOWN)), not(containsString("href=\"/status\">See"))));
    }
  }

  @Test
  void B4_channelThatIsDown_isSaidOnTheStartPage_andOnTheStepThatIsAboutIt() throws Exception {
    ServiceMocks.set("text-message", ServiceState.DOWN);
    says("/", containsString(DOWN));
    says("/recovery", containsString(DOWN));
    service.show(Situations.codeByEmail());
    says("/recovery", not(containsString(DOWN)));
    service.show(Situations.backupCode());
    says("/recovery", not(containsString(DOWN)));
  }

  @Test
  void B4_whoWaitsForTheSending_isOfferedToWaitOrToGoAnotherWay() throws Exception {
    ServiceMocks.set("text-message", ServiceState.DOWN);
    says("/recovery", not(containsString(WAIT)));
    service.show(
        Situations.at("sending-code", Way.TEXT_MESSAGE, RecoveryMessage.ANOTHER_WAY_CHOSEN));
    says("/recovery", allOf(containsString(WAIT), containsString("value=\"email\"")));
  }

  @Test
  void B3_troubleInOneCountry_isSaidToWhomItConcerns() throws Exception {
    ServiceMocks.set("text-message-IN", ServiceState.SLOW);
    says("/recovery", containsString(SLOW));
    says("/", not(containsString(SLOW)));
    ServiceMocks.works();
    ServiceMocks.set("text-message-JP", ServiceState.SLOW);
    says("/recovery", not(containsString(SLOW)));
  }

  @Test
  void B4_anOpenPage_learnsOfTroubleThatBeganMeanwhile() throws Exception {
    says("/recovery", containsString("/status/banner?channel=text-message&amp;country=IN"));
    says("/status/banner?channel=text-message&country=IN&waiting=false", not(containsString(DOWN)));
    ServiceMocks.set("text-message", ServiceState.DOWN);
    says("/status/banner?channel=text-message&country=IN&waiting=true", containsString(WAIT));
    says("/status/banner?channel=nonsense&country=%3Cb%3E", not(containsString("<b>")));
  }

  @Test
  void B4_statusPage_isForEverybody_andShowsFreeTextAsText() throws Exception {
    ServiceMocks.set("text-message", ServiceState.DOWN);
    mvc.perform(get("/status"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("Not working")))
        .andExpect(content().string(containsString("&lt;b&gt;trouble&lt;/b&gt; ${7*7}.")))
        .andExpect(content().string(containsString("India")))
        .andExpect(content().string(containsString("wait to go out: 12")));
  }

  @Test
  void B4_statusForPrograms_isTheSame() throws Exception {
    ServiceMocks.set("text-message", ServiceState.DOWN);
    mvc.perform(get("/api/v1/status"))
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(jsonPath("$.channels[0].channel").value("text-message"))
        .andExpect(jsonPath("$.channels[0].state").value("down"))
        .andExpect(jsonPath("$.channels[0].countries.IN").value("slow"))
        .andExpect(jsonPath("$.notices[0].kind").value("outage"))
        .andExpect(jsonPath("$.notices[0].texts.ja").isNotEmpty())
        .andExpect(jsonPath("$.notices[0].openedBy").doesNotExist())
        .andExpect(jsonPath("$.waiting").value(12))
        .andExpect(jsonPath("$.lookedInto").value(true));
  }

  @Test
  void B4_everyPageLeadsToTheStatusPage() throws Exception {
    says("/", containsString("href=\"/status\""));
  }
}
