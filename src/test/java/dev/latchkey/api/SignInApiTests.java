package dev.latchkey.api;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.latchkey.account.AppSignIn;
import dev.latchkey.account.AppSignInResult;
import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import dev.latchkey.account.Sessions;
import dev.latchkey.web.PagesTest;
import dev.latchkey.web.Situations;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@PagesTest
class SignInApiTests {
  private static final String ALL = "/api/v1/sign-ins";
  private static final String CURRENT = ALL + "/current";
  private static final String REQUEST =
      """
      {"identifier": "erin", "password": "secret", "app": " Mail "}\
      """;

  @Autowired private MockMvc mvc;
  @Autowired private AppSignIn signIn;
  @Autowired private Sessions sessions;

  @BeforeEach
  void nobodyIsSignedIn() {
    reset(signIn, sessions);
    when(sessions.find(any())).thenReturn(Optional.empty());
  }

  @Test
  void D8_signIn_returnsTheTokenOnce() throws Exception {
    when(signIn.signIn("erin", "secret", "Mail", "127.0.0.1"))
        .thenReturn(new AppSignInResult.SignedIn("token", "mail on the laptop"));
    send(REQUEST)
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", CURRENT))
        .andExpect(header().string("Cache-Control", "no-store"))
        .andExpect(jsonPath("$.token").value("token"))
        .andExpect(jsonPath("$.app").value("mail on the laptop"));
  }

  @Test
  void D8_refusals_sayTheirReason() throws Exception {
    refused(new AppSignInResult.SecondFactorNeeded(), 403, "/problems/second-factor-needed");
    refused(new AppSignInResult.PasswordTooShort(), 403, "/problems/password-too-short");
    refused(new AppSignInResult.BackupCodeRefused(), 403, "/problems/backup-code-refused");
    refused(new AppSignInResult.Refused(), 401, "/problems/sign-in-refused");
  }

  private void refused(AppSignInResult result, int status, String type) throws Exception {
    when(signIn.signIn(any(), any(), any(), any())).thenReturn(result);
    send(REQUEST)
        .andExpect(status().is(status))
        .andExpect(jsonPath("$.type").value(type))
        .andExpect(jsonPath("$.detail").isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"identifier\": \"erin\", \"password\": \"secret\", \"app\": \" \"}",
        "{\"identifier\": \"erin\", \"password\": \"secret\"}",
        "{\"identifier\": \"erin\", \"app\": \"Mail\"}",
        "{\"password\": \"secret\", \"app\": \"Mail\"}"
      })
  void whatIsMissing_isNamed_andNothingCounts(String request) throws Exception {
    send(request)
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.field").isNotEmpty());
    verify(signIn, never()).signIn(any(), any(), any(), any());
  }

  @Test
  void T6_aListInPlaceOfAName_isRefused() throws Exception {
    send("{\"identifier\": [\"a\"], \"password\": \"secret\", \"app\": \"Mail\"}")
        .andExpect(status().isBadRequest());
    verify(signIn, never()).signIn(any(), any(), any(), any());
  }

  @Test
  void appSession_canBeReadAndEnded() throws Exception {
    when(sessions.find("token")).thenReturn(Optional.of(session(SessionKind.APP)));
    mvc.perform(get(CURRENT).header("Authorization", "Bearer token"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.app").value("Mail"));
    mvc.perform(delete(CURRENT).header("Authorization", "Bearer token"))
        .andExpect(status().isNoContent());
    verify(sessions).end("token");
  }

  @Test
  void R19_browsersSessionsAndUnknownTokens_areUnknownHere() throws Exception {
    when(sessions.find("browser")).thenReturn(Optional.of(session(SessionKind.BROWSER)));
    for (String header : new String[] {"Bearer browser", "Bearer other", "Basic eDp5"}) {
      mvc.perform(get(CURRENT).header("Authorization", header))
          .andExpect(status().isUnauthorized())
          .andExpect(header().string("WWW-Authenticate", "Bearer"));
      mvc.perform(delete(CURRENT).header("Authorization", header))
          .andExpect(status().isUnauthorized());
    }
    verify(sessions, never()).end(any());
  }

  private ResultActions send(String request) throws Exception {
    return mvc.perform(post(ALL).contentType(MediaType.APPLICATION_JSON).content(request));
  }

  private static Session session(SessionKind kind) {
    return new Session("id", "erin", "Mail", kind, Situations.NOW, Situations.NOW, Situations.NOW);
  }
}
