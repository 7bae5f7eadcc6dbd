package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.recovery.AnswerResult;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.RecoveryService.Objection;
import dev.latchkey.recovery.RecoveryStatus;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkTests extends PageTestBase {
  private static final String LINK = "/recovery/link?t=" + FakeRecoveryService.LINK;
  private static final String NOT_ME = "/not-me?t=" + FakeRecoveryService.OBJECTION;

  @BeforeEach
  void someoneRecovers() {
    service.show(Situations.codeByEmail());
    service.objectionIs(objection(RecoveryStatus.OPEN, true));
  }

  @Test
  void A8_T9_openingTheLink_usesNothingUp() throws Exception {
    for (int scan = 0; scan < 3; scan++) {
      mvc.perform(get(LINK)).andExpect(content().string(containsString("Yes, this is me")));
      mvc.perform(head(LINK)).andExpect(status().isOk());
    }
    assertThat(service.changes()).isEmpty();
  }

  @Test
  void A8_button_usesTheLinkAndGivesTheBrowserTheRecovery() throws Exception {
    service.answerWith(new AnswerResult.Taken("new-token", Situations.choosePassword()));
    submit("/recovery/link", "t", FakeRecoveryService.LINK)
        .andExpect(redirectedUrl("/recovery"))
        .andExpect(header().string("Set-Cookie", containsString("latchkey_recovery=new-token")));
    assertThat(service.changes()).containsExactly("use link");
  }

  @Test
  void A8_usedLink_saysSo() throws Exception {
    mvc.perform(get("/recovery/link?t=used"))
        .andExpect(content().string(containsString("This link no longer works")))
        .andExpect(content().string(not(containsString("action=\"/recovery/link\""))));
    submit("/recovery/link", "t", "used")
        .andExpect(redirectedUrl("/recovery/link"))
        .andExpect(header().doesNotExist("Set-Cookie"));
  }

  @Test
  void A13_T9_openingThePage_stopsNothing() throws Exception {
    mvc.perform(get(NOT_ME)).andExpect(content().string(containsString("stop it")));
    mvc.perform(head(NOT_ME)).andExpect(status().isOk());
    assertThat(service.changes()).isEmpty();
  }

  @Test
  void A13_button_stopsTheRecovery() throws Exception {
    submit("/not-me", "t", FakeRecoveryService.OBJECTION).andExpect(status().isOk());
    assertThat(service.changes()).containsExactly("object");
    service.objectionIs(objection(RecoveryStatus.STOPPED, false));
    mvc.perform(get(NOT_ME)).andExpect(content().string(containsString("It has been stopped")));
  }

  @ParameterizedTest
  @EnumSource(
      value = RecoveryStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"PROVEN", "SIGNED_IN", "FACTOR_LOST"})
  void A13_whatCannotBeStopped_hasItsOwnPageWithoutAButton(RecoveryStatus status) throws Exception {
    service.objectionIs(objection(status, false));
    mvc.perform(get(NOT_ME))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("action=\"/not-me\""))))
        .andExpect(content().string(not(containsString("??"))));
  }

  @ParameterizedTest
  @EnumSource(
      value = RecoveryStatus.class,
      names = {"RESTORED", "STOPPED"})
  void A13_R13_aChangeIsNotCalledARecovery(RecoveryStatus status) throws Exception {
    for (boolean stoppable : new boolean[] {true, false}) {
      service.objectionIs(
          new Objection(
              CasePurpose.ACCOUNT_CHANGE, status, stoppable, Situations.NOW, Locale.ENGLISH));
      mvc.perform(get(NOT_ME))
          .andExpect(content().string(containsString("change")))
          .andExpect(content().string(not(containsString("Someone asked to recover"))))
          .andExpect(content().string(not(containsString("The recovery was started"))))
          .andExpect(content().string(not(containsString("Access was restored"))))
          .andExpect(content().string(not(containsString("??"))));
    }
  }

  @Test
  void A13_unknownToken_changesNothing() throws Exception {
    mvc.perform(get("/not-me?t=x"))
        .andExpect(content().string(containsString("This link is not complete")));
    submit("/not-me", "t", "//evil.example")
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("This link is not complete")));
  }

  @Test
  void T7_T8_hostAndForwardedHeaders_appearNowhere() throws Exception {
    String page =
        mvc.perform(
                get(LINK)
                    .header("Host", "evil.example")
                    .header("X-Forwarded-Host", "evil.example")
                    .header("Forwarded", "host=evil.example"))
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).doesNotContain("evil.example").doesNotContain("href=\"http");
  }

  @Test
  void T8_noParameterLeadsElsewhere() throws Exception {
    for (String name : new String[] {"redirect", "next", "url", "continue", "returnTo"}) {
      for (String target :
          new String[] {"//evil.example", "/\\evil.example", "https://a@evil.example"}) {
        mvc.perform(form("/recovery/cancel", name, target)).andExpect(redirectedUrl("/recovery"));
        mvc.perform(form("/language", "language", "en", name, target))
            .andExpect(redirectedUrl("/"));
      }
    }
  }

  private static Objection objection(RecoveryStatus status, boolean stoppable) {
    return new Objection(CasePurpose.PASSWORD, status, stoppable, Situations.NOW, Locale.ENGLISH);
  }
}
