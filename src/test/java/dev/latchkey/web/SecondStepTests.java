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

import dev.latchkey.account.LoginDevices;
import dev.latchkey.account.Sessions;
import dev.latchkey.account.SignIn;
import dev.latchkey.account.SignInResult;
import dev.latchkey.directory.AccountDirectory;
import jakarta.servlet.http.Cookie;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class SecondStepTests extends PageTestBase {
  @Autowired private SignIn signIn;
  @Autowired private Sessions sessions;
  @Autowired private AccountDirectory accounts;
  @Autowired private LoginDevices devices;

  @BeforeEach
  void nobodyIsSignedIn() {
    reset(signIn, sessions, accounts, devices);
    when(sessions.find(any())).thenReturn(Optional.empty());
    when(accounts.findById("aiko")).thenReturn(Optional.of(People.aiko()));
    when(signIn.completed(any(), any(), any())).thenReturn("new-session");
    service.show(Situations.at("preparing", null));
  }

  static Iterable<String> openSteps() {
    return Situations.signIns().keySet().stream()
        .filter(name -> !name.matches(".*(proven|used|factor-lost)"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("openSteps")
  void eachStep_hasItsPageAndTexts_andStaysAtItsPlace(String situation) throws Exception {
    String page =
        visit("/account/second-step", situation)
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    assertThat(page).containsOnlyOnce("<h1").doesNotContain("??", "th:", "\"/recovery");
  }

  @Test
  void theRightPassword_leadsToTheSecondStep_andStartsNoSession() throws Exception {
    when(signIn.signIn(any(), any(), any(), any()))
        .thenReturn(new SignInResult.SecondFactorNeeded(People.aiko()));
    submit("/account/sign-in", "identifier", "erin", "password", "secret")
        .andExpect(redirectedUrl("/account/second-step"))
        .andExpect(
            header()
                .stringValues(
                    "Set-Cookie",
                    hasItem(
                        allOf(
                            containsString("latchkey_second_step=sign-in-approval"),
                            containsString("HttpOnly"),
                            containsString("Secure"),
                            containsString("SameSite=Lax")))))
        .andExpect(
            header().stringValues("Set-Cookie", not(hasItem(containsString("latchkey_session")))));
    verify(signIn, never()).completed(any(), any(), any());
  }

  @Test
  void C8_thePageShowsTheNumber_thatIsTypedOnTheOtherDevice() throws Exception {
    visit("/account/second-step", "sign-in-approval")
        .andExpect(content().string(containsString("<strong>42</strong>")))
        .andExpect(content().string(containsString("On a device where you are signed in")));
  }

  @Test
  void R16_whatIsProven_startsOneSession_andForgetsTheSecondStep() throws Exception {
    visit("/account/second-step", "sign-in-proven")
        .andExpect(redirectedUrl("/account"))
        .andExpect(header().stringValues("Set-Cookie", hasItem(containsString("=new-session"))))
        .andExpect(
            header()
                .stringValues(
                    "Set-Cookie",
                    hasItem(allOf(containsString("second_step=;"), containsString("Max-Age=0")))));
    verify(signIn).completed("aiko", null, "127.0.0.1");
  }

  @Test
  void C8_theWaitingPage_movesOnByItself() throws Exception {
    visit("/account/second-step/step?seen=5", "sign-in-approval").andExpect(status().isNoContent());
    visit("/account/second-step/step?seen=5", "sign-in-proven")
        .andExpect(header().string("HX-Redirect", "/account"))
        .andExpect(header().stringValues("Set-Cookie", hasItem(containsString("=new-session"))));
  }

  @Test
  void whatWasUsedAlready_startsNothing() throws Exception {
    visit("/account/second-step", "sign-in-used")
        .andExpect(redirectedUrl("/account"))
        .andExpect(header().doesNotExist("Set-Cookie"));
    verify(signIn, never()).completed(any(), any(), any());
  }

  @Test
  void factorLost_leadsIntoARecovery() throws Exception {
    visit("/account/second-step", "sign-in-approval")
        .andExpect(content().string(containsString("action=\"/account/second-step/factor-lost\"")));
    submitAt("/account/second-step/factor-lost", "sign-in-approval")
        .andExpect(redirectedUrl("/recovery"))
        .andExpect(
            header()
                .stringValues(
                    "Set-Cookie", hasItem(containsString("=" + FakeRecoveryService.TOKEN))));
    visit("/account/second-step", "sign-in-factor-lost").andExpect(redirectedUrl("/recovery"));
  }

  @Test
  void factorLost_isNotOfferedWhereTheProcessDoesNotWaitForIt() throws Exception {
    service.show(Situations.approval());
    open("/recovery").andExpect(content().string(not(containsString("factor-lost"))));
    submitAt("/account/second-step/factor-lost", "sign-in-cancelled")
        .andExpect(redirectedUrl("/account/second-step?moved=1"));
  }

  @Test
  void recovery_showsTheNumberToo_withoutSayingThatThereIsADevice() throws Exception {
    service.show(Situations.approval());
    open("/recovery")
        .andExpect(content().string(containsString("<strong>42</strong>")))
        .andExpect(content().string(containsString("If a device of this account")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account/second-step", "/account/new-address"})
  void answers_stayAtTheirPlace(String base) throws Exception {
    aikoIsSignedIn();
    String token = base.equals("/account/second-step") ? "sign-in-code" : "new-address-code";
    Cookie cookie = new Cookie("latchkey_" + base.substring(9).replace('-', '_'), token);
    mvc.perform(
            post(base + "/code")
                .cookie(cookie, session())
                .with(csrf())
                .param("step", "5")
                .param("message", "CodeEntered")
                .param("code", "123456"))
        .andExpect(redirectedUrl(base));
    mvc.perform(post(base + "/cancel").cookie(cookie, session()).with(csrf()))
        .andExpect(redirectedUrl(base));
    mvc.perform(get(base + "/cancel").cookie(cookie, session()))
        .andExpect(content().string(containsString("action=\"" + base + "/cancel\"")));
  }

  @Test
  void T4_aTokenOpensNothingAtAnotherPlace() throws Exception {
    visit("/account/second-step", FakeRecoveryService.TOKEN)
        .andExpect(redirectedUrl("/account/sign-in?gone=1"));
    aikoIsSignedIn();
    mvc.perform(at(get("/account/new-address"), "sign-in-code").cookie(session()))
        .andExpect(redirectedUrl("/account/addresses"));
    mvc.perform(get("/recovery").cookie(new Cookie(PageCookies.SECOND_STEP, "sign-in-code")))
        .andExpect(redirectedUrl("/?gone=1"));
  }

  @Test
  void R12_withoutASession_noAddressIsAdded() throws Exception {
    visit("/account/new-address", "new-address-code").andExpect(redirectedUrl("/account/sign-in"));
    submitAt("/account/new-address/code?step=5&message=CodeEntered&code=123456", "new-address-code")
        .andExpect(redirectedUrl("/account/sign-in"));
  }

  @Test
  void T11_theSessionOfAnotherAccount_addsNoAddress() throws Exception {
    when(sessions.find("mine")).thenReturn(Optional.of(People.sessionOf("sam")));
    when(accounts.findById("sam")).thenReturn(Optional.of(People.byId("sam")));

    mvc.perform(
            at(get("/account/new-address"), "new-address-code")
                .cookie(new Cookie(PageCookies.SESSION, "mine")))
        .andExpect(redirectedUrl("/account/addresses"));
  }

  private void aikoIsSignedIn() {
    when(sessions.find("running")).thenReturn(Optional.of(People.sessionOf("aiko")));
  }

  private static Cookie session() {
    return new Cookie(PageCookies.SESSION, "running");
  }

  @Test
  void T10_postsWithoutTheFormsToken_areRefused() throws Exception {
    for (String path : new String[] {"code", "cancel", "factor-lost", "another-way"}) {
      mvc.perform(
              post("/account/second-step/" + path)
                  .cookie(new Cookie(PageCookies.SECOND_STEP, "sign-in-code")))
          .andExpect(status().isForbidden());
    }
  }

  @Test
  void T10_signingInAgain_endsTheSessionThatTheBrowserHad() throws Exception {
    when(sessions.find("old")).thenReturn(Optional.of(People.sessionOf("somebody-else")));
    when(accounts.findById("somebody-else")).thenReturn(Optional.of(People.named("Somebody")));

    mvc.perform(
            get("/account/second-step")
                .cookie(new Cookie(PageCookies.SECOND_STEP, "sign-in-proven"))
                .cookie(new Cookie(PageCookies.SESSION, "old")))
        .andExpect(redirectedUrl("/account"));

    verify(sessions).end("old");
  }

  @Test
  void R12_confirmingWithTheSecondStep_renewsTheSession_andGoesBackToTheChange() throws Exception {
    when(sessions.find("old")).thenReturn(Optional.of(People.session()));
    when(sessions.renew(any())).thenReturn(Optional.of("renewed"));

    mvc.perform(
            get("/account/second-step")
                .cookie(new Cookie(PageCookies.SECOND_STEP, "sign-in-proven"))
                .cookie(new Cookie(PageCookies.NEXT, "/account/sessions"))
                .cookie(new Cookie(PageCookies.SESSION, "old")))
        .andExpect(redirectedUrl("/account/sessions"))
        .andExpect(header().stringValues("Set-Cookie", hasItem(containsString("=renewed"))));

    verify(signIn, never()).completed(any(), any(), any());
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "/\\evil.example", "https://evil.example", "/recovery"})
  void T8_afterTheSecondStep_onlyPagesOfTheListFollow(String next) throws Exception {
    mvc.perform(
            get("/account/second-step")
                .cookie(new Cookie(PageCookies.SECOND_STEP, "sign-in-proven"))
                .cookie(new Cookie(PageCookies.NEXT, next)))
        .andExpect(redirectedUrl("/account"));
  }

  private ResultActions visit(String path, String token) throws Exception {
    return mvc.perform(at(get(path), token));
  }

  private ResultActions submitAt(String path, String token) throws Exception {
    return mvc.perform(at(post(path).with(csrf()), token));
  }

  private static MockHttpServletRequestBuilder at(
      MockHttpServletRequestBuilder request, String token) {
    return request.cookie(
        new Cookie(PageCookies.SECOND_STEP, token), new Cookie(PageCookies.NEW_ADDRESS, token));
  }
}
