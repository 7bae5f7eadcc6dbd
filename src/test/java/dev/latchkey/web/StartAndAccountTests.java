package dev.latchkey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.account.Sessions;
import dev.latchkey.account.SignIn;
import dev.latchkey.account.SignInResult;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.recovery.OpenResult;
import dev.latchkey.recovery.RecoveryStatus;
import jakarta.servlet.http.Cookie;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StartAndAccountTests extends PageTestBase {
  @Autowired private SignIn signIn;
  @Autowired private Sessions sessions;
  @Autowired private AccountDirectory accounts;

  @BeforeEach
  void nobodyIsSignedIn() {
    reset(signIn, sessions, accounts);
    when(sessions.find(any())).thenReturn(Optional.empty());
    service.show(Situations.at("preparing", null));
  }

  @Test
  void A1_identifier_opensARecovery() throws Exception {
    submit("/", "identifier", "aiko@example.com")
        .andExpect(redirectedUrl("/recovery"))
        .andExpect(header().string("Set-Cookie", containsString("=" + FakeRecoveryService.TOKEN)));
    assertThat(service.changes()).containsExactly("open aiko@example.com en 127.0.0.1");
  }

  @Test
  void A1_T15_unreadableIdentifier_isShownAgainAsText() throws Exception {
    service.openWith(new OpenResult.BadIdentifier());
    submit("/", "identifier", "<b>${7*7}")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("value=\"&lt;b&gt;${7*7}\"")))
        .andExpect(content().string(containsString("id=\"identifier-problem\"")));
  }

  @Test
  void R8_tooManyFromOneNetwork_saysWhenToTryAgain() throws Exception {
    service.openWith(new OpenResult.TooMany(Situations.NOW.plusSeconds(150)));
    submit("/", "identifier", "aiko")
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string("Retry-After", "150"))
        .andExpect(content().string(containsString("in 3 minutes")));
  }

  @Test
  void A12_openRecovery_isOfferedOnTheStartPage_aClosedOneIsNot() throws Exception {
    open("/").andExpect(content().string(containsString("Continue where you were")));
    service.show(Situations.closed(RecoveryStatus.EXPIRED));
    open("/").andExpect(content().string(not(containsString("Continue where you were"))));
  }

  @Test
  void cancel_asksFirst() throws Exception {
    open("/recovery/cancel").andExpect(content().string(containsString("Yes, cancel it")));
    assertThat(service.changes()).isEmpty();
    submit("/recovery/cancel").andExpect(redirectedUrl("/recovery"));
    assertThat(service.changes()).containsExactly("cancel");
  }

  @Test
  void A2_signIn_startsASession() throws Exception {
    when(signIn.signIn(any(), any(), any(), any()))
        .thenReturn(new SignInResult.SignedIn("session-token", People.aiko()));
    submit("/account/sign-in", "identifier", "aiko", "password", "secret")
        .andExpect(redirectedUrl("/account"))
        .andExpect(
            header()
                .string(
                    "Set-Cookie",
                    allOf(
                        containsString("latchkey_session=session-token"),
                        containsString("HttpOnly"),
                        containsString("Secure"),
                        containsString("SameSite=Lax"))));
  }

  @Test
  void T1_refusedSignIn_doesNotSayWhy_andForgetsThePassword() throws Exception {
    when(signIn.signIn(any(), any(), any(), any())).thenReturn(new SignInResult.Refused());
    submit("/account/sign-in", "identifier", "aiko", "password", "topsecret")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(containsString("Check the name and the password")))
        .andExpect(content().string(not(containsString("topsecret"))));
  }

  @Test
  void T15_nameOnTheAccountPage_isText() throws Exception {
    when(sessions.find("session")).thenReturn(Optional.of(People.session()));
    when(accounts.findById("aiko"))
        .thenReturn(Optional.of(People.named("<script>alert(1)</script>#{x}'{0}")));
    mvc.perform(get("/account").cookie(new Cookie(PageCookies.SESSION, "session")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("&lt;script&gt;")))
        .andExpect(content().string(not(containsString("<script>alert"))));
  }

  @Test
  void accountPage_withoutSession_asksToSignIn() throws Exception {
    mvc.perform(get("/account")).andExpect(redirectedUrl("/account/sign-in"));
  }

  @Test
  void signOut_endsTheSession() throws Exception {
    mvc.perform(form("/account/sign-out").cookie(new Cookie(PageCookies.SESSION, "session")))
        .andExpect(redirectedUrl("/account/sign-in"))
        .andExpect(header().string("Set-Cookie", containsString("Max-Age=0")));
    verify(sessions).end("session");
  }
}
