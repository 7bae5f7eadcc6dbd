package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.RecoveryMessage;
import dev.latchkey.recovery.RecoveryStatus;
import dev.latchkey.recovery.RecoveryView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepPageTests extends PageTestBase {

  static Set<String> situations() {
    return Situations.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void eachStep_hasAPageWithOneHeadingAndAllItsTexts(String situation) throws Exception {
    service.show(Situations.all().get(situation));
    String page =
        open("/recovery").andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    assertThat(page).containsOnlyOnce("<h1").doesNotContain("??").doesNotContain("th:");
  }

  @Test
  void page_offersNothingThatTheProcessDoesNotWaitFor() throws Exception {
    service.show(Situations.at("enter-code", Way.EMAIL, RecoveryMessage.CODE_ENTERED));
    open("/recovery")
        .andExpect(content().string(containsString("action=\"/recovery/code\"")))
        .andExpect(content().string(not(containsString("/recovery/resend"))))
        .andExpect(content().string(not(containsString("/recovery/another-way"))));
  }

  @Test
  void eachForm_carriesTheNumberOfItsStep() throws Exception {
    service.show(Situations.codeByTextMessage());
    open("/recovery").andExpect(content().string(containsString("name=\"step\" value=\"5\"")));
  }

  @Test
  void A3_page_countsDownToTheNextCode() throws Exception {
    service.show(Situations.codeByTextMessage());
    open("/recovery")
        .andExpect(content().string(containsString("1:40")))
        .andExpect(
            content()
                .string(
                    containsString(
                        "data-due=\"" + Situations.NOW.plusSeconds(100).toEpochMilli() + "\"")));
  }

  @Test
  void A4_fallbackToEmail_isSaidWithItsReason() throws Exception {
    service.show(Situations.with("not-received", Situations.codeByEmail()));
    open("/recovery")
        .andExpect(content().string(containsString("Enter the code from the e-mail")))
        .andExpect(content().string(containsString("No code was entered in time")));
  }

  @Test
  void A5_lateCode_canStillBeEnteredWhereTheProcessWaitsForIt() throws Exception {
    service.show(Situations.backupCode());
    open("/recovery").andExpect(content().string(containsString("Did a code arrive after all?")));
    service.show(Situations.appCode());
    open("/recovery").andExpect(content().string(not(containsString("Did a code arrive"))));
  }

  @Test
  void F3_questionsOfSupport_standWithWhatWasAnsweredBefore() throws Exception {
    service.show(Situations.answerSupport());
    open("/recovery")
        .andExpect(content().string(containsString("When did you open the account?")))
        .andExpect(content().string(containsString("old@example.org")))
        .andExpect(content().string(containsString("Code that our support tells you")));
  }

  @Test
  void F3_aWrongReadOutCode_isSaidNextToItsField() throws Exception {
    service.show(Situations.with("wrong-code", Situations.answerSupport()));
    open("/recovery")
        .andExpect(content().string(containsString("id=\"notice\" class=\"problem\"")))
        .andExpect(content().string(containsString("Your answers are kept")));
  }

  @Test
  void T1_aCodeToAnOlderAddress_namesNoChannel_andLeadsNowhereElse() throws Exception {
    service.show(Situations.olderAddress());
    open("/recovery")
        .andExpect(content().string(containsString("Enter the code for our support")))
        .andExpect(content().string(not(containsString("was delivered"))))
        .andExpect(content().string(not(containsString("/recovery/no-code"))))
        .andExpect(content().string(not(containsString("value=\"backup-code\""))));
  }

  @Test
  void T4_withoutAnyWay_noneIsOffered() throws Exception {
    RecoveryView code = Situations.codeByTextMessage();
    assertThat(page(code, code.ways()).leavable()).isTrue();
    assertThat(page(code, List.of()).leavable()).isFalse();
    assertThat(page(code, List.of()).otherWays()).isEmpty();
  }

  private static StepPage page(RecoveryView view, List<Way> ways) {
    RecoveryView changed =
        new RecoveryView(
            view.caseId(),
            CasePurpose.NEW_ADDRESS,
            view.status(),
            view.step(),
            view.stepNumber(),
            view.way(),
            view.confirmsContact(),
            ways,
            view.offers(),
            view.due(),
            view.notice(),
            view.holdUntil(),
            view.locale(),
            view.openedAt(),
            null);
    return new StepPage(
        "/account/new-address",
        changed,
        "enter-code",
        "title",
        null,
        null,
        Map.of(),
        Situations.NOW);
  }

  @Test
  void T1_textsOfTheCodeSteps_sayIfOnly() throws Exception {
    service.show(Situations.codeByTextMessage());
    open("/recovery")
        .andExpect(content().string(containsString("If there is a phone number for this account")));
  }

  @Test
  void F1_waitingForSupport_showsPlaceAndUsualTime() throws Exception {
    service.show(Situations.at("await-review", Way.HUMAN_REVIEW));
    open("/recovery")
        .andExpect(content().string(containsString("<dd>3</dd>")))
        .andExpect(content().string(containsString("about 4 hours")));
  }

  @Test
  void A9_wrongCode_isSaidNextToItsField() throws Exception {
    service.show(Situations.with("wrong-code", Situations.codeByTextMessage()));
    open("/recovery")
        .andExpect(content().string(containsString("id=\"notice\" class=\"problem\"")))
        .andExpect(content().string(containsString("aria-invalid=\"true\"")))
        .andExpect(content().string(containsString("aria-describedby=\"notice CodeEntered-hint\"")))
        .andExpect(content().string(containsString("<title>Problem: ")));
  }

  @Test
  void unknownNotice_hasAGeneralText() throws Exception {
    service.show(Situations.with("brand-new-notice", Situations.codeByEmail()));
    open("/recovery")
        .andExpect(content().string(not(containsString("brand-new-notice"))))
        .andExpect(content().string(containsString("Something has changed")));
  }

  @Test
  void A12_noRecovery_leadsToTheStart() throws Exception {
    service.show(null);
    open("/recovery")
        .andExpect(redirectedUrl("/?gone=1"))
        .andExpect(header().stringValues("Set-Cookie", hasItem(containsString("Max-Age=0"))));
    mvc.perform(get("/recovery")).andExpect(redirectedUrl("/?gone=1"));
  }

  @Test
  void poll_isEmptyWhileTheStepStands() throws Exception {
    service.show(Situations.codeByTextMessage());
    open("/recovery/step?seen=5").andExpect(status().isNoContent()).andExpect(content().string(""));
  }

  @Test
  void poll_bringsTheNewStepAlone() throws Exception {
    RecoveryView view = Situations.choosePassword();
    service.show(Situations.later(view));
    open("/recovery/step?seen=5")
        .andExpect(status().isOk())
        .andExpect(
            content().string(allOf(containsString("id=\"step\""), not(containsString("<html")))));
  }

  @Test
  void A13_poll_bringsTheEndOfTheRecovery() throws Exception {
    service.show(Situations.closed(RecoveryStatus.STOPPED));
    open("/recovery/step?seen=5")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("This recovery was stopped")))
        .andExpect(content().string(not(containsString("hx-get"))));
  }

  @Test
  void poll_withoutRecovery_loadsThePageAgain() throws Exception {
    service.show(null);
    open("/recovery/step?seen=5")
        .andExpect(status().isNoContent())
        .andExpect(header().string("HX-Refresh", "true"));
  }

  @Test
  void withoutScripts_aStepWithoutInputLoadsItself_oneWithInputDoesNot() throws Exception {
    service.show(Situations.at("preparing", null));
    open("/recovery").andExpect(content().string(containsString("http-equiv=\"refresh\"")));
    service.show(Situations.codeByTextMessage());
    open("/recovery")
        .andExpect(content().string(not(containsString("http-equiv=\"refresh\""))))
        .andExpect(content().string(containsString("Check again")));
  }

  @Test
  void pages_areKeptFromCachesAndOtherSites() throws Exception {
    service.show(Situations.codeByTextMessage());
    open("/recovery")
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(header().string("Referrer-Policy", "no-referrer"))
        .andExpect(
            header().string("Content-Security-Policy", containsString("default-src 'self'")));
  }

  @Test
  void T1_ordersAndTexts_doNotTellTheReader_whatIsOnFile() throws Exception {
    service.show(Situations.with("undelivered", Situations.codeByEmail()));
    open("/recovery").andExpect(content().string(containsString("may not have reached")));
  }
}
