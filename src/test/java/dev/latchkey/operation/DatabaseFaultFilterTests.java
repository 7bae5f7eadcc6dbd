package dev.latchkey.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a request is answered that fails, or would fail, of the database. */
class DatabaseFaultFilterTests {
  private final RuntimeException connectionLost =
      new DataAccessResourceFailureException("x", new SQLException("x", "08006"));
  private final RuntimeException duplicate =
      new DuplicateKeyException("x", new SQLException("x", "23505"));

  private final Checkup checkup = mock();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @BeforeEach
  void databaseIsThere() {
    when(checkup.databaseUsable()).thenReturn(true);
  }

  private void call(String path, FilterChain chain) throws ServletException, IOException {
    new DatabaseFaultFilter(checkup)
        .doFilter(new MockHttpServletRequest("GET", path), response, chain);
  }

  private static FilterChain failing(RuntimeException fault) {
    return (request, response) -> {
      throw fault;
    };
  }

  private void assertAskedToWait() {
    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getHeader("Retry-After")).isEqualTo("5");
  }

  @Test
  void P1_requestThatFailsOfTheDatabase_isAskedToWait() throws Exception {
    call("/recovery", failing(connectionLost));

    assertAskedToWait();
    verify(checkup).failed(connectionLost);
  }

  @Test
  void P1_requestThatWasNotBegun_isAskedToWait() throws Exception {
    call(
        "/recovery",
        (request, response) -> {
          throw new ServletException(new DatabaseAway("Not begun"));
        });

    assertAskedToWait();
  }

  @Test
  void anyOtherFault_goesItsWay() {
    assertThatThrownBy(() -> call("/recovery", failing(duplicate))).isSameAs(duplicate);

    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getHeader("Retry-After")).isNull();
    verify(checkup, never()).failed(any());
  }

  @Test
  void answerThatHasBegun_isLeftAlone() {
    response.setStatus(206);
    response.setCommitted(true);

    assertThatThrownBy(() -> call("/recovery", failing(connectionLost))).isSameAs(connectionLost);

    assertThat(response.getStatus()).isEqualTo(206);
    assertThat(response.getHeader("Retry-After")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/engine-rest/task",
        "/camunda/api/engine/engine/default/task",
        "/camunda/latchkey/evidence",
        "/staff/processes"
      })
  void staff_areAskedToWait_whileTheDatabaseIsAway(String path) throws Exception {
    when(checkup.databaseUsable()).thenReturn(false);
    MockFilterChain chain = new MockFilterChain();

    call(path, chain);

    assertAskedToWait();
    assertThat(chain.getRequest()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health", "/css/style.css", "/recovery"})
  void whatMayNeedNoDatabase_isBegun_whileItIsAway(String path) throws Exception {
    when(checkup.databaseUsable()).thenReturn(false);
    MockFilterChain chain = new MockFilterChain();

    call(path, chain);

    assertThat(chain.getRequest()).isNotNull();
    assertThat(response.getStatus()).isEqualTo(200);
  }

  @Test
  void staff_areServed_whileTheDatabaseIsThere() throws Exception {
    MockFilterChain chain = new MockFilterChain();

    call("/staff/processes", chain);

    assertThat(chain.getRequest()).isNotNull();
  }
}
