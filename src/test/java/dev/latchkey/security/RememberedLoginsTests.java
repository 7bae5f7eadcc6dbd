package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.operation.Checkup;
import dev.latchkey.operation.DatabaseAway;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who is let in to the figures while the logins cannot be looked up, and what ends that. */
class RememberedLoginsTests {
  private static final String ADMIN = "admin";
  private static final String PASSWORD = "correct-horse";
  private static final String WRONG = "wrong-horse";

  private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
  private final StaffAuthentication staff = mock();
  private final Checkup checkup = mock();
  private final RememberedLogins logins = new RememberedLogins(staff, checkup, nanoTime::get);

  @BeforeEach
  void onlyAdministrator() {
    theLoginIs(PASSWORD, "camunda-admin");
    databaseIsThere(true);
  }

  private void databaseIsThere(boolean there) {
    when(checkup.databaseUsable()).thenReturn(there);
  }

  /** From now on in the database. */
  private void theLoginIs(String password, String... groups) {
    doAnswer(
            asked -> {
              Authentication attempt = asked.getArgument(0);
              if (ADMIN.equals(attempt.getName()) && password.equals(attempt.getCredentials())) {
                return UsernamePasswordAuthenticationToken.authenticated(
                    ADMIN, null, AuthorityUtils.createAuthorityList(groups));
              }
              throw new BadCredentialsException("Unknown login or wrong password");
            })
        .when(staff)
        .authenticate(any());
  }

  private List<String> enters(String password) {
    return enters(ADMIN, password);
  }

  private List<String> enters(String user, String password) {
    return logins
        .authenticate(UsernamePasswordAuthenticationToken.unauthenticated(user, password))
        .getAuthorities()
        .stream()
        .map(GrantedAuthority::getAuthority)
        .toList();
  }

  private void assertTurnedAway(String password) {
    assertThatThrownBy(() -> enters(password)).isInstanceOf(DatabaseAway.class);
  }

  @Test
  void whoWasLetIn_isLetInAgain_whileTheDatabaseIsAway() {
    enters(PASSWORD);
    databaseIsThere(false);

    assertThat(enters(PASSWORD)).containsExactly("camunda-admin");
    assertThat(enters(PASSWORD)).containsExactly("camunda-admin");
    verify(staff, times(1)).authenticate(any());
  }

  @Test
  void whoWasLetIn_isLetInAgain_whenTheDatabaseFailsJustNow() {
    enters(PASSWORD);
    doThrow(new DataAccessResourceFailureException("x", new SQLException("x", "57P01")))
        .when(staff)
        .authenticate(any());

    assertThat(enters(PASSWORD)).containsExactly("camunda-admin");
    assertTurnedAway(WRONG);
  }

  @Test
  void anyOtherFault_letsNobodyIn() {
    enters(PASSWORD);
    IllegalStateException fault = new IllegalStateException("engine");
    doThrow(fault).when(staff).authenticate(any());

    assertThatThrownBy(() -> enters(PASSWORD)).isSameAs(fault);
  }

  @Test
  void whoWasNeverLetIn_isToldToComeLater() {
    databaseIsThere(false);

    assertTurnedAway(PASSWORD);
  }

  @Test
  void wrongPassword_isNotRemembered() {
    assertThatThrownBy(() -> enters(WRONG)).isInstanceOf(BadCredentialsException.class);
    databaseIsThere(false);

    assertTurnedAway(WRONG);
  }

  @Test
  void oneWrongPassword_whileTheDatabaseIsAway_endsIt_soThatThereIsNothingToGuess() {
    enters(PASSWORD);
    databaseIsThere(false);

    assertTurnedAway(WRONG);
    assertTurnedAway(PASSWORD);
  }

  @Test
  void T1_whatIsSaidToAGuess_doesNotTellWhoIsRemembered() {
    enters(PASSWORD);
    databaseIsThere(false);

    Throwable known = catchThrowable(() -> enters(WRONG));
    Throwable unknown = catchThrowable(() -> enters("nobody", WRONG));
    assertThat(known).hasSameClassAs(unknown).hasMessage(unknown.getMessage());
  }

  @Test
  void passwordOfOne_isNotThatOfAnother() {
    enters(PASSWORD);
    databaseIsThere(false);

    assertThatThrownBy(() -> enters("another", PASSWORD)).isInstanceOf(DatabaseAway.class);
    assertThat(enters(PASSWORD)).containsExactly("camunda-admin");
  }

  @Test
  void refusedLogin_beItRemovedOrItsPasswordChanged_isForgotten() {
    enters(PASSWORD);
    theLoginIs("another-password", "camunda-admin");
    assertThatThrownBy(() -> enters(PASSWORD)).isInstanceOf(BadCredentialsException.class);
    databaseIsThere(false);

    assertTurnedAway(PASSWORD);
  }

  @Test
  void newPassword_takesThePlaceOfTheOld() {
    enters(PASSWORD);
    theLoginIs("another-password", "camunda-admin");
    enters("another-password");
    databaseIsThere(false);

    assertThat(enters("another-password")).containsExactly("camunda-admin");
    assertTurnedAway(PASSWORD);
  }

  @Test
  void groupTakenAway_isGoneWithTheNextLogin_andIsNotRemembered() {
    enters(PASSWORD);
    theLoginIs(PASSWORD, "support");

    assertThat(enters(PASSWORD)).containsExactly("support");
    databaseIsThere(false);
    assertThat(enters(PASSWORD)).containsExactly("support");
  }

  @Test
  void whatIsTakenAwayUnseen_isGoneOnceTheDatabaseIsBack() {
    enters(PASSWORD);
    databaseIsThere(false);
    theLoginIs("another-password", "camunda-admin");
    assertThat(enters(PASSWORD)).containsExactly("camunda-admin");

    databaseIsThere(true);
    assertThatThrownBy(() -> enters(PASSWORD)).isInstanceOf(BadCredentialsException.class);
    databaseIsThere(false);
    assertTurnedAway(PASSWORD);
  }

  @Test
  void tenMinutesAfterTheDatabaseSaidSo_itIsOver_howeverOftenItWasUsed() {
    enters(PASSWORD);
    databaseIsThere(false);
    nanoTime.addAndGet(Duration.ofMinutes(10).toNanos());
    assertThat(enters(PASSWORD)).containsExactly("camunda-admin");
    nanoTime.incrementAndGet();

    assertTurnedAway(PASSWORD);
  }
}
