package dev.latchkey.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import dev.latchkey.account.AppPasswords;
import dev.latchkey.account.LoginDevices;
import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import dev.latchkey.proof.LoginRequest;
import dev.latchkey.proof.LoginRequests;
import dev.latchkey.proof.LoginRequests.Approval;
import dev.latchkey.proof.TemporaryPassword;
import java.util.List;
import java.util.Optional;

/**
 * What people see of login requests, sessions and temporary passwords: Aiko is asked twice, nobody
 * asks Mia, and Sam's device approves nothing. The token of a person's session is their id.
 */
class SignInMocks {
  static final String APP = "Mail on the laptop";
  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1";

  private final Sessions sessions;
  private final AccountDirectory accounts;
  private final LoginRequests requests;
  private final LoginDevices devices;
  private final AppPasswords passwords;

  SignInMocks(
      Sessions sessions,
      AccountDirectory accounts,
      LoginRequests requests,
      LoginDevices devices,
      AppPasswords passwords) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.requests = requests;
    this.devices = devices;
    this.passwords = passwords;
  }

  /** Lets all of them be signed in, as of just now. */
  void set() {
    for (String person : List.of("aiko", "mia", "sam")) {
      when(sessions.find(person)).thenReturn(Optional.of(People.sessionOf(person)));
      when(accounts.findById(person)).thenReturn(Optional.of(People.byId(person)));
    }
    when(sessions.recentlyAuthenticated(any())).thenReturn(true);
    when(sessions.list(any())).thenReturn(List.of(People.session(), phone(), app()));
    when(devices.on(argThat(session -> session != null && !session.accountId().equals("sam"))))
        .thenReturn(true);
    when(requests.enabledOn("phone")).thenReturn(true);
    when(requests.openOf(any())).thenReturn(List.of());
    when(requests.openOf("aiko")).thenReturn(List.of(People.loginRequest(null), unknown()));
    when(requests.approve(any(), any(), any(), any())).thenReturn(Approval.WRONG_NUMBER);
    when(passwords.make(any(), eq(APP))).thenReturn(Optional.of("kvxqe-tmhza-rpbyc-wndgs"));
    when(passwords.list(any())).thenReturn(List.of(temporaryPassword()));
  }

  private static LoginRequest unknown() {
    LoginRequest known = People.loginRequest(null);
    return new LoginRequest(
        "unknown",
        known.caseId(),
        null,
        "curl/8.5",
        null,
        known.state(),
        known.openedAt().minusSeconds(90),
        known.expiresAt());
  }

  private static Session phone() {
    return new Session(
        "phone",
        "aiko",
        PHONE,
        SessionKind.BROWSER,
        Situations.NOW.minusSeconds(86_400),
        Situations.NOW,
        Situations.NOW);
  }

  private static Session app() {
    return new Session(
        "app", "aiko", APP, SessionKind.APP, Situations.NOW, Situations.NOW, Situations.NOW);
  }

  private static TemporaryPassword temporaryPassword() {
    return new TemporaryPassword(
        "temporary", APP, Situations.NOW, Situations.NOW.plusSeconds(3600));
  }
}
