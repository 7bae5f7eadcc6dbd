package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.account.AppPasswords;
import dev.latchkey.account.LoginDevices;
import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import dev.latchkey.account.Sessions;
import dev.latchkey.account.SignIn;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.LoginRequests.Approval;
import dev.latchkey.recovery.ConcurrentChange;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Login requests, sessions, temporary passwords, and being asked again who one is. */
class SignedInPagesTests extends PageTestBase {
  private static final String REQUESTS = "/account/login-requests";
  private static final String TEMPORARY = "/account/temporary-passwords";
  @Autowired private SignIn signIn;
  @Autowired private Sessions sessions;
  @Autowired private AccountDirectory accounts;
  @Autowired private LoginRequests requests;
  @Autowired private LoginDevices devices;
  @Autowired private AppPasswords passwords;

  @BeforeEach
  void aikoIsSignedIn() {
    reset(signIn, sessions, accounts, requests, devices, passwords);
    when(sessions.find(any())).thenReturn(Optional.empty());
    when(sessions.find("session")).thenReturn(Optional.of(People.session()));
    when(accounts.findById("aiko")).thenReturn(Optional.of(People.aiko()));
    when(devices.on(any())).thenReturn(true);
    when(requests.openOf("aiko")).thenReturn(List.of(People.loginRequest(null)));
    when(requests.enabledOn(any())).thenReturn(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {REQUESTS, "/account/sessions", TEMPORARY, "/account/confirm"})
  void withoutASession_pagesAskToSignIn(String path) throws Exception {
    mvc.perform(get(path)).andExpect(redirectedUrl("/account/sign-in"));
    mvc.perform(get(path).header("HX-Request", "true"))
        .andExpect(header().string("HX-Redirect", "/account/sign-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {REQUESTS, "/account/sessions", TEMPORARY, "/account"})
  void D8_anAppsSession_opensNoPage(String path) throws Exception {
    Session app =
        new Session(
            "app", "aiko", "Mail", SessionKind.APP, Situations.NOW, Situations.NOW, Situations.NOW);
    when(sessions.find("session")).thenReturn(Optional.of(app));
    look(path).andExpect(redirectedUrl("/account/sign-in"));
  }

  @ParameterizedTest
  @ValueSource(strings = {REQUESTS, "/account/sessions", TEMPORARY, "/account"})
  void R21_withATooShortPasswordAlone_pagesLeadToAnotherPassword(String path) throws Exception {
    when(accounts.findById("aiko")).thenReturn(Optional.of(People.hana()));
    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    look(path).andExpect(redirectedUrl("/account/password"));
    look("/account/password")
        .andExpect(content().string(containsString("all that protects your account")));
  }

  @Test
  void R21_withATooShortPasswordAlone_theSecondStepCanBeTurnedOnInstead() throws Exception {
    when(accounts.findById("aiko")).thenReturn(Optional.of(People.hana()));
    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    look("/account/second-factor").andExpect(status().isOk());
  }

  @Test
  void C8_list_showsWhereWhenAndDevice_inPlainWords() throws Exception {
    look(REQUESTS)
        .andExpect(content().string(containsString("Chrome on Android wants to sign in")))
        .andExpect(content().string(containsString("Network 192.0.2.…")))
        .andExpect(content().string(containsString("1 March 2026 at 09:00 UTC")));
  }

  @Test
  void C7_list_updatesOnlyWhenItChanged_andCanBeLoadedAgain() throws Exception {
    String page =
        look(REQUESTS)
            .andExpect(content().string(containsString("Look again")))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String seen = page.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]+)\".*", "$1");
    look(REQUESTS + "/list?seen=" + seen).andExpect(status().isNoContent());

    when(requests.openOf("aiko")).thenReturn(List.of());
    look(REQUESTS + "/list?seen=" + seen)
        .andExpect(content().string(containsString("Nobody is asking")))
        .andExpect(content().string(not(containsString("<html"))));
  }

  @ParameterizedTest
  @CsvSource({"APPROVED,approved", "DEAD,dead"})
  void C8_approval_saysWhatBecameOfIt(Approval approval, String said) throws Exception {
    when(requests.approve("aiko", "session", "request", "42")).thenReturn(approval);
    submitAs(REQUESTS + "/approve", "request", "request", "number", "42")
        .andExpect(redirectedUrl(REQUESTS + "?said=" + said));
    look(REQUESTS + "?said=" + said).andExpect(content().string(containsString("role=\"status\"")));
  }

  @Test
  void C8_aWrongNumber_isSaidAtItsField() throws Exception {
    when(requests.approve(any(), any(), any(), any())).thenReturn(Approval.WRONG_NUMBER);
    submitAs(REQUESTS + "/approve", "request", "request", "number", "11")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("id=\"number-request-problem\"")))
        .andExpect(content().string(containsString("aria-invalid=\"true\"")));
  }

  @Test
  void C8_denial_isTaken_andALateOneIsSaidToBeLate() throws Exception {
    when(requests.deny("aiko", "session", "request")).thenReturn(true);
    submitAs(REQUESTS + "/deny", "request", "request")
        .andExpect(redirectedUrl(REQUESTS + "?said=denied"));
    submitAs(REQUESTS + "/deny", "request", "another")
        .andExpect(redirectedUrl(REQUESTS + "?said=dead"));
  }

  @Test
  void anAnswerThatMetAnotherChange_canBeGivenAgain() throws Exception {
    when(requests.approve(any(), any(), any(), any()))
        .thenThrow(new ConcurrentChange(new IllegalStateException()));
    submitAs(REQUESTS + "/approve", "request", "request", "number", "42")
        .andExpect(redirectedUrl(REQUESTS + "?said=again"));
  }

  @Test
  void R12_turningOn_needsARecentSignIn() throws Exception {
    submitAs(REQUESTS + "/on").andExpect(redirectedUrl("/account/confirm?next=" + REQUESTS));
    verify(devices, never()).turnOn(any());

    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    submitAs(REQUESTS + "/on")
        .andExpect(redirectedUrl(REQUESTS))
        .andExpect(
            header()
                .stringValues(
                    "Set-Cookie",
                    hasItem(
                        allOf(
                            containsString("latchkey_session=session"),
                            containsString("Max-Age=2592000")))));
    verify(devices).turnOn(People.session());
  }

  @Test
  void C9_turnedOff_nothingIsListed() throws Exception {
    when(devices.on(any())).thenReturn(false);
    submitAs(REQUESTS + "/off").andExpect(redirectedUrl(REQUESTS));
    verify(devices).turnOff(People.session());
    look(REQUESTS)
        .andExpect(content().string(containsString("Approve sign-ins on this device")))
        .andExpect(content().string(not(containsString("wants to sign in"))));
  }

  @Test
  void sessions_areListed_andEndedOneByOneOrTogether() throws Exception {
    Session app =
        new Session(
            "app",
            "aiko",
            "<b>Mail</b>",
            SessionKind.APP,
            Situations.NOW,
            Situations.NOW,
            Situations.NOW);
    when(sessions.list("aiko")).thenReturn(List.of(People.session(), app));
    look("/account/sessions")
        .andExpect(content().string(containsString("This device")))
        .andExpect(content().string(containsString("Another device")))
        .andExpect(content().string(containsString("&lt;b&gt;Mail")));
    submitAs("/account/sessions/end", "session", "app")
        .andExpect(redirectedUrl("/account/sessions"));
    verify(sessions).end("aiko", "app");
    submitAs("/account/sessions/end-others").andExpect(redirectedUrl("/account/sessions"));
    verify(sessions).endOthers(People.session());
  }

  @Test
  void R20_aTemporaryPassword_isShownOnce() throws Exception {
    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    when(passwords.make("aiko", "mail")).thenReturn(Optional.of("abcde-fghjk-mnpqr-stuvw"));
    submitAs(TEMPORARY, "app", " mail ")
        .andExpect(status().isOk())
        .andExpect(header().string("Cache-Control", containsString("no-store")))
        .andExpect(content().string(containsString("abcde-fghjk-mnpqr-stuvw")));
    look(TEMPORARY).andExpect(content().string(not(containsString("abcde"))));
  }

  @Test
  void R12_aTemporaryPassword_needsARecentSignIn() throws Exception {
    submitAs(TEMPORARY, "app", "mail")
        .andExpect(redirectedUrl("/account/confirm?next=" + TEMPORARY));
    verify(passwords, never()).make(any(), any());
  }

  @Test
  void D8_refusedTemporaryPasswords_sayWhy() throws Exception {
    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    when(passwords.make(any(), any())).thenReturn(Optional.empty());
    submitAs(TEMPORARY, "app", " ")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("which app")));
    submitAs(TEMPORARY, "app", "mail")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Remove one first")));
    submitAs(TEMPORARY + "/revoke", "password", "id").andExpect(redirectedUrl(TEMPORARY));
    verify(passwords).revoke("aiko", "id");
  }

  @Test
  void R12_thePasswordAgain_renewsTheSession_andLeadsBack() throws Exception {
    when(devices.on(any())).thenReturn(false);
    when(signIn.confirm(People.aiko(), "secret", "127.0.0.1")).thenReturn(true);
    when(sessions.renew(People.session())).thenReturn(Optional.of("renewed"));
    submitAs("/account/confirm", "password", "secret", "next", "/account/sessions")
        .andExpect(redirectedUrl("/account/sessions"))
        .andExpect(header().stringValues("Set-Cookie", hasItem(containsString("session=renewed"))));
  }

  @Test
  void R12_aWrongPassword_renewsNothing() throws Exception {
    submitAs("/account/confirm", "password", "topsecret", "next", "/account/sessions")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("value=\"/account/sessions\"")))
        .andExpect(content().string(not(containsString("topsecret"))));
    verify(sessions, never()).renew(any());
  }

  @Test
  void R12_withASecondFactor_thePasswordIsNotEnough() throws Exception {
    when(accounts.findById("aiko")).thenReturn(Optional.of(People.withSecondFactor()));
    when(signIn.confirm(any(), any(), any())).thenReturn(true);
    submitAs("/account/confirm", "password", "secret", "next", "/account/sessions")
        .andExpect(redirectedUrl("/account/second-step"))
        .andExpect(
            header().stringValues("Set-Cookie", hasItem(containsString("next=/account/sessions"))));
    verify(sessions, never()).renew(any());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example",
        "/\\evil.example",
        "https://evil.example/account",
        "/account@evil.example",
        "/account/sessions/../../recovery",
        "/account/sessions?x=1",
        ""
      })
  void T8_onlyPagesOfTheList_canBeLedBackTo(String next) throws Exception {
    when(signIn.confirm(any(), any(), any())).thenReturn(true);
    when(sessions.renew(any())).thenReturn(Optional.of("renewed"));
    submitAs("/account/confirm", "password", "secret", "next", next)
        .andExpect(redirectedUrl("/account"));
    assertThat(RecentSignIn.known(next)).isEqualTo("/account");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/account/confirm",
        REQUESTS + "/approve",
        REQUESTS + "/deny",
        REQUESTS + "/on",
        REQUESTS + "/off",
        "/account/sessions/end",
        "/account/sessions/end-others",
        TEMPORARY,
        TEMPORARY + "/revoke"
      })
  void T10_postsWithoutTheFormsToken_areRefused(String path) throws Exception {
    mvc.perform(post(path).cookie(new Cookie(PageCookies.SESSION, "session")))
        .andExpect(status().isForbidden());
  }

  private ResultActions look(String path) throws Exception {
    return mvc.perform(get(path).cookie(new Cookie(PageCookies.SESSION, "session")));
  }

  private ResultActions submitAs(String path, String... namesAndValues) throws Exception {
    MockHttpServletRequestBuilder form =
        post(path).cookie(new Cookie(PageCookies.SESSION, "session")).with(csrf());
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.param(namesAndValues[i], namesAndValues[i + 1]);
    }
    return mvc.perform(form);
  }
}
