package dev.latchkey.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.handler.MappedInterceptor;
import org.springframework.web.util.ServletRequestPathUtils;

/** Which requests are begun while the database is away. */
class DatabaseGateTests {
  private final Checkup checkup = mock();

  private static final class Registered extends InterceptorRegistry {
    private List<MappedInterceptor> all() {
      return getInterceptors().stream().map(MappedInterceptor.class::cast).toList();
    }
  }

  private boolean begins(String path) throws Exception {
    Registered registered = new Registered();
    new DatabaseGate(checkup).addInterceptors(registered);
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    ServletRequestPathUtils.parseAndCache(request);
    for (MappedInterceptor gate : registered.all()) {
      if (gate.matches(request)
          && !gate.preHandle(request, new MockHttpServletResponse(), new Object())) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/recovery",
        "/recovery/code",
        "/api/recoveries",
        "/api/docs-of-mine",
        "/help",
        "/sign-in",
        "/webhooks/twilio/status"
      })
  void P1_whatNeedsTheDatabase_isNotBegun_whileItIsAway(String path) throws Exception {
    assertThatThrownBy(() -> begins(path)).isInstanceOf(DatabaseAway.class);

    when(checkup.databaseUsable()).thenReturn(true);
    assertThat(begins(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/error",
        "/css/style.css",
        "/js/page.js",
        "/images/logo.svg",
        "/webjars/swagger-ui/index.html",
        "/form-js/form-viewer.js",
        "/favicon.ico",
        "/api/docs/openapi.json"
      })
  void whatTellsPeopleToWait_isServed_whileTheDatabaseIsAway(String path) throws Exception {
    assertThat(begins(path)).isTrue();
  }
}
