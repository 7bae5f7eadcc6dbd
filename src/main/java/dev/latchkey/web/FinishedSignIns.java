package dev.latchkey.web;

import dev.latchkey.account.Session;
import dev.latchkey.account.SignIn;
import dev.latchkey.proof.Way;
import dev.latchkey.recovery.CasePurpose;
import dev.latchkey.recovery.Client;
import dev.latchkey.recovery.RecoveryView;
import dev.latchkey.recovery.SecondSteps;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Starts the session of somebody who has shown everything that the account wants to see. */
@Component
class FinishedSignIns {
  private final SecondSteps secondSteps;
  private final SignIn signIn;
  private final SessionCookies sessions;
  private final PageCookies cookies;

  FinishedSignIns(
      SecondSteps secondSteps, SignIn signIn, SessionCookies sessions, PageCookies cookies) {
    this.secondSteps = secondSteps;
    this.signIn = signIn;
    this.sessions = sessions;
    this.cookies = cookies;
  }

  /** The page to go on to, with a session, if this case is a sign-in that is finished. */
  Optional<String> next(
      StepVisit visit,
      RecoveryView view,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (view.purpose() != CasePurpose.SIGN_IN) {
      return Optional.empty();
    }
    return switch (view.status()) {
      case PROVEN ->
          secondSteps
              .redeem(visit.token())
              .map(account -> start(account, request, response))
              .map(next -> afterBackupCode(view, next));
      case SIGNED_IN -> Optional.of(wanted(request));
      case FACTOR_LOST -> Optional.of(StepPlaces.RECOVERY);
      default -> Optional.empty();
    };
  }

  /** Whoever needed a backup code may have lost the phone, which is better put right at once. */
  private static String afterBackupCode(RecoveryView view, String next) {
    return view.way() == Way.BACKUP_CODE && next.equals(OverviewController.PAGE)
        ? OverviewController.AFTER_BACKUP_CODE
        : next;
  }

  /** The session in which the second step was asked for again, else a new one. */
  private String start(String accountId, HttpServletRequest request, HttpServletResponse response) {
    Optional<Session> running = sessions.of(request, accountId);
    if (running.isEmpty() || !sessions.renew(running.get(), response)) {
      Client client = Clients.of(request);
      String token = signIn.completed(accountId, client.device(), client.address());
      sessions.begin(token, request, response);
    }
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.none(PageCookies.SECOND_STEP));
    response.addHeader(HttpHeaders.SET_COOKIE, cookies.none(PageCookies.NEXT));
    return wanted(request);
  }

  private static String wanted(HttpServletRequest request) {
    Cookie next = WebUtils.getCookie(request, PageCookies.NEXT);
    return RecentSignIn.known(next == null ? null : next.getValue());
  }
}
