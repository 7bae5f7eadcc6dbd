package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.help.ServiceStatus;
import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ChannelHealth.Health;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** "No code yet?" over a fake service and the real table. */
class NoCodePageTests extends PageTestBase {
  private static final String PAGE = "/recovery/no-code";
  @Autowired private ServiceStatus status;

  @AfterEach
  void allIsWell() {
    when(status.health(any(), any())).thenReturn(Health.GOOD);
    when(status.announced(any(), any())).thenReturn(false);
    when(status.since(any(), any())).thenReturn(null);
  }

  private ResultActions shows(RecoveryView view, String query) throws Exception {
    service.show(view);
    return open(PAGE + query).andExpect(status().isOk());
  }

  private static Matcher<String> button(String action, String name) {
    return stringContainsInOrder(
        List.of("action=\"/recovery/" + action + "\"", "name=\"step\" value=\"5\"", name));
  }

  @Test
  void stepThatWaitsForACode_leadsToThePage_othersDoNot() throws Exception {
    for (String situation :
        List.of(
            "enter-code-text-message",
            "sending-text-message",
            "wait-for-send",
            "enter-app-code",
            "confirm-contact",
            "enter-backup-code")) {
      service.show(Situations.all().get(situation));
      open("/recovery").andExpect(content().string(containsString("href=\"/recovery/no-code\"")));
    }
    for (String situation : List.of("choose-password", "await-review", "expired", "preparing")) {
      service.show(Situations.all().get(situation));
      open("/recovery").andExpect(content().string(not(containsString("no-code"))));
      open(PAGE).andExpect(redirectedUrl("/recovery"));
    }
  }

  @Test
  void withoutRecovery_thePageLeadsBack() throws Exception {
    mvc.perform(get(PAGE)).andExpect(redirectedUrl("/recovery"));
  }

  @Test
  void secondStepAndNewAddress_haveThePageToo() throws Exception {
    mvc.perform(
            get("/account/second-step/no-code")
                .cookie(new Cookie(PageCookies.SECOND_STEP, "sign-in-code")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("href=\"/account/second-step\"")));
  }

  @Test
  void B1_knownCause_standsOnTop_withItsTimeAndTheNextWay() throws Exception {
    shows(LostCodes.after("unreachable", Situations.codeByTextMessage()), "")
        .andExpect(
            content()
                .string(
                    stringContainsInOrder(
                        List.of(
                            "What we know",
                            "The number could not be reached.",
                            "2026-03-01T08:59:30Z",
                            "None of that?",
                            "Did you block our sender"))))
        .andExpect(content().string(button("another-way", "value=\"email\"")));
  }

  @Test
  void B1_causeOfTheWayBefore_isStillTold_withoutLeadingAway() throws Exception {
    shows(LostCodes.after("unreachable", Situations.codeByEmail()), "")
        .andExpect(content().string(containsString("The number could not be reached.")))
        .andExpect(content().string(containsString("Could the e-mail be in the spam folder?")))
        .andExpect(content().string(not(containsString("/recovery/another-way"))));
  }

  @Test
  void whatWasSaid_hasItsButton_evenIfAFactHasTheSame() throws Exception {
    String page =
        shows(
                LostCodes.after("unreachable", Situations.codeByTextMessage()),
                "?symptom=spam-folder")
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page.split("name=\"way\" value=\"email\"", -1)).hasSize(3);
  }

  @Test
  void B2_optedOut_saysHowToAllowMessagesAgain() throws Exception {
    shows(LostCodes.after("opted-out", Situations.codeByTextMessage()), "")
        .andExpect(content().string(containsString("does not take text messages from us")))
        .andExpect(content().string(containsString("text the word START to +1 202-555-0100")))
        .andExpect(content().string(containsString("A waiting code comes by itself")));
  }

  @Test
  void B3_delay_isToldAsAFact() throws Exception {
    when(status.health(eq(Channel.TEXT_MESSAGE), any())).thenReturn(Health.SLOW);
    when(status.since(eq(Channel.TEXT_MESSAGE), any()))
        .thenReturn(Situations.NOW.minusSeconds(900));
    shows(Situations.codeByTextMessage(), "")
        .andExpect(
            content()
                .string(
                    stringContainsInOrder(
                        List.of(
                            "Our text messages are delayed at the moment.",
                            "Since:",
                            "2026-03-01T08:45:30Z"))));
  }

  @Test
  void B3_announcedTrouble_isToldAsAFact() throws Exception {
    when(status.announced(eq(Channel.EMAIL), any())).thenReturn(true);
    shows(Situations.codeByEmail(), "")
        .andExpect(content().string(containsString("There is trouble with e-mail")));
  }

  @Test
  void B4_outage_leadsToTheOtherChannel() throws Exception {
    when(status.health(eq(Channel.EMAIL), any())).thenReturn(Health.DOWN);
    shows(Situations.codeByEmail(), "")
        .andExpect(content().string(containsString("Our e-mails do not go out at the moment.")))
        .andExpect(content().string(button("another-way", "value=\"text-message\"")));
  }

  @Test
  void B4_codeNotHandedOver_isSaid() throws Exception {
    shows(LostCodes.after("waiting", Situations.codeByTextMessage()), "")
        .andExpect(content().string(containsString("not been able to send the text message")))
        .andExpect(content().string(containsString("Waiting since:")));
  }

  @Test
  void B5_spam_saysWhatToLookFor_andSendsAgain() throws Exception {
    shows(Situations.codeByEmail(), "?symptom=spam-folder")
        .andExpect(content().string(containsString("The subject begins with “Latchkey:”")))
        .andExpect(content().string(containsString("docomo")))
        .andExpect(content().string(button("resend", "Send the code again")));
  }

  @Test
  void B6_app_isExplained_withoutTheTwoMinutes() throws Exception {
    shows(Situations.appCode(), "")
        .andExpect(content().string(containsString("the app shows the code")))
        .andExpect(content().string(containsString("iPhone: set the clock")))
        .andExpect(content().string(not(containsString("two minutes apart"))));
    shows(Situations.with("clock-off", Situations.appCode()), "")
        .andExpect(content().string(containsString("The clock of the device with the app is")));
  }

  @Test
  void B7_offline_leadsToWhatWorksOffline_orToWaiting() throws Exception {
    shows(Situations.codeByTextMessage(), "?symptom=phone-offline")
        .andExpect(content().string(button("another-way", "value=\"authenticator-app\"")))
        .andExpect(content().string(containsString("Wait, and go back to the step")));
  }

  @Test
  void A6_twoMinutes_areExplained_withTheCountdown() throws Exception {
    shows(Situations.codeByTextMessage(), "")
        .andExpect(
            content().string(stringContainsInOrder(List.of("at least two minutes apart", "1:40"))));
  }

  @Test
  void T4_nothingIsOffered_thatTheProcessDoesNotWaitFor() throws Exception {
    RecoveryView sending = Situations.at("sending-code", Way.EMAIL, RecoveryMessage.CODE_ENTERED);
    shows(LostCodes.after("mailbox-full", sending), "?symptom=spam-folder")
        .andExpect(content().string(not(containsString("/recovery/resend"))))
        .andExpect(content().string(not(containsString("/recovery/another-way"))));
  }

  @Test
  void confirmingAContact_isNotLedAwayFromTheRequest() throws Exception {
    RecoveryView contact = Situations.all().get("confirm-contact");
    shows(contact, "?symptom=service")
        .andExpect(content().string(containsString("You said")))
        .andExpect(content().string(not(containsString("/recovery/another-way"))));
    shows(contact, "?symptom=old-number-or-address")
        .andExpect(content().string(not(containsString("value=\"text-message\""))))
        .andExpect(content().string(button("another-way", "I gave the wrong address")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "%3Cscript%3E", "none"})
  void symptomThatMeansNothing_isNoSymptom(String symptom) throws Exception {
    shows(Situations.codeByTextMessage(), "?symptom=" + symptom)
        .andExpect(content().string(containsString("Is it one of these?")))
        .andExpect(content().string(not(containsString("<script>"))))
        .andExpect(content().string(not(containsString("You said"))));
  }

  @Test
  void looking_changesNothing() throws Exception {
    shows(Situations.codeByTextMessage(), "?symptom=carrier");
    assertThat(service.changes()).isEmpty();
  }

  @Test
  void poll_isEmptyWhileTheStepStands() throws Exception {
    service.show(Situations.codeByTextMessage());
    open(PAGE + "/part?seen=5&symptom=").andExpect(status().isNoContent());
  }

  @Test
  void poll_keepsWhatWasTicked_whenTheStepChanges() throws Exception {
    service.show(Situations.with("code-resent", Situations.later(Situations.codeByTextMessage())));
    open(PAGE + "/part?seen=5&symptom=carrier")
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("we have sent a new one"),
                        containsString("You said"),
                        containsString("seen=6"),
                        not(containsString("<html")))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void poll_leadsToTheStep_onceNoCodeIsWaitedFor(boolean over) throws Exception {
    service.show(over ? Situations.closed(RecoveryStatus.EXPIRED) : Situations.choosePassword());
    open(PAGE + "/part?seen=4")
        .andExpect(status().isNoContent())
        .andExpect(header().string("HX-Redirect", "/recovery"));
  }
}
