package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.latchkey.testing.MovableClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** How long staff stay signed in to Camunda's web applications. */
class StaffSessionFilterTests {
  private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
  private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";
  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String WORK = ENGINE + "/task/1/claim";
  private static final String LIST = ENGINE + "/filter/1/list";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final MovableClock clock = new MovableClock();
  private final StaffSignOuts signOuts = mock(StaffSignOuts.class);
  private final StaffSessionFilter filter =
      new StaffSessionFilter(
          new Staff(List.of(), DAY, HOUR), mock(TasklistLists.class), signOuts, clock);
  private MockHttpSession session = new MockHttpSession();

  private int calls(String path) {
    return calls(path, (request, response) -> {});
  }

  private int calls(String path, FilterChain chain) {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
    request.setSession(session);
    MockHttpServletResponse response = new MockHttpServletResponse();
    try {
      filter.doFilter(request, response, chain);
    } catch (IOException | ServletException failed) {
      throw new AssertionError(failed);
    }
    return response.getStatus();
  }

  private void signsIn() {
    calls(
        LOGIN,
        (request, response) -> {
          Authentications signedIn = new Authentications();
          signedIn.addOrReplace(new UserAuthentication("sora", "default"));
          session.setAttribute("authenticatedUser", signedIn);
        });
  }

  @Test
  void R22_whoWorks_staysSignedIn_butNoLongerThanADay() {
    signsIn();
    for (int minutes = 0; minutes < 24 * 60; minutes += 40) {
      assertThat(calls(WORK)).isEqualTo(200);
      clock.advance(Duration.ofMinutes(40));
    }
    assertThat(calls(WORK)).isEqualTo(401);
  }

  @Test
  void R22_whoDoesNothingForAnHour_signsInAgain() {
    signsIn();
    clock.advance(HOUR.minusSeconds(1));
    assertThat(calls(WORK)).isEqualTo(200);
    clock.advance(HOUR);
    assertThat(calls(WORK)).isEqualTo(401);
  }

  @Test
  void R22_anOpenWindow_thatRenewsItsListsByItself_keepsNobodySignedIn() {
    signsIn();
    for (int minutes = 0; minutes < 60; minutes++) {
      assertThat(calls(LIST)).isEqualTo(200);
      clock.advance(Duration.ofMinutes(1));
    }
    assertThat(calls(LIST)).isEqualTo(401);
  }

  @Test
  void R22_aNewSignIn_countsFromItself_inTheSameSession() {
    signsIn();
    clock.advance(DAY);
    assertThat(calls(WORK)).isEqualTo(401);
    signsIn();
    assertThat(calls(WORK)).isEqualTo(200);
  }

  @Test
  void R22_whoSignsOut_isKnownToHaveDoneSo() {
    signsIn();
    calls(WORK);
    verify(signOuts, never()).note("sora");
    calls(LOGOUT, (request, response) -> session.removeAttribute("authenticatedUser"));
    verify(signOuts).note("sora");
  }

  @Test
  void T10_aSignInThatWeDidNotSee_isNone() {
    signsIn();
    Authentications others = new Authentications();
    others.addOrReplace(new UserAuthentication("omar", "default"));
    session.setAttribute("authenticatedUser", others);
    assertThat(calls(WORK)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/camunda/api/engine/engine/",
        "/camunda/api/engine/engine/default/identity/password-policy",
        "/camunda/api/engine/engine/default/task"
      })
  void T16_withoutASignIn_theEngineSaysNothing(String path) {
    assertThat(calls(path)).isEqualTo(401);
    session = null;
    assertThat(calls(path)).isEqualTo(401);
  }

  @Test
  void theSessionItself_withItsFormToken_staysForTheNextSignIn() {
    signsIn();
    session.setAttribute("CAMUNDA_CSRF_TOKEN", "token");
    clock.advance(DAY);
    calls(WORK);
    assertThat(session.isInvalid()).isFalse();
    assertThat(session.getAttribute("CAMUNDA_CSRF_TOKEN")).isEqualTo("token");
    assertThat(session.getAttribute("authenticatedUser")).isNull();
  }
}
