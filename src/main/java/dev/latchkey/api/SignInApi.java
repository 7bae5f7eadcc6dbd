package dev.latchkey.api;

import dev.latchkey.account.AppPasswords;
import dev.latchkey.account.AppSignIn;
import dev.latchkey.account.AppSignInResult;
import dev.latchkey.account.Session;
import dev.latchkey.account.SessionKind;
import dev.latchkey.account.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Sign-ins of third-party apps. Their sessions open no account page. */
@RestController
class SignInApi implements SignInApiDescription {
  private static final URI CURRENT = URI.create("/api/v1/sign-ins/current");

  private final AppSignIn signIn;
  private final Sessions sessions;
  private final Problems problems;

  SignInApi(AppSignIn signIn, Sessions sessions, Problems problems) {
    this.signIn = signIn;
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  public ResponseEntity<Object> signIn(
      @RequestBody SignInRequest request, HttpServletRequest client) {
    String app = request.app() == null ? "" : request.app().strip();
    if (app.isEmpty() || app.length() > AppPasswords.LONGEST_NAME) {
      return unusable("app");
    }
    if (request.identifier() == null || request.password() == null) {
      return unusable(request.identifier() == null ? "identifier" : "password");
    }
    AppSignInResult result =
        signIn.signIn(request.identifier(), request.password(), app, client.getRemoteAddr());
    if (result instanceof AppSignInResult.SignedIn signedIn) {
      return ResponseEntity.created(CURRENT)
          .cacheControl(CacheControl.noStore())
          .body(new HeldSession(signedIn.token(), signedIn.app()));
    }
    return problems.of(problem(result));
  }

  @Override
  public ResponseEntity<Object> read(String authorization) {
    return session(authorization)
        .<ResponseEntity<Object>>map(
            session ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.noStore())
                    .body(SessionResource.of(session)))
        .orElseGet(() -> problems.of(ProblemType.UNKNOWN_SESSION));
  }

  @Override
  public ResponseEntity<Object> signOut(String authorization) {
    if (session(authorization).isEmpty()) {
      return problems.of(ProblemType.UNKNOWN_SESSION);
    }
    sessions.end(Bearer.token(authorization));
    return ResponseEntity.noContent().build();
  }

  /** Only what was started here: a browser's session is no key to the interface. */
  private Optional<Session> session(String authorization) {
    return sessions
        .find(Bearer.token(authorization))
        .filter(session -> session.kind() == SessionKind.APP);
  }

  private ResponseEntity<Object> unusable(String field) {
    return problems.of(ProblemType.UNUSABLE, Map.of("field", field, "problem", "unusable"));
  }

  private static ProblemType problem(AppSignInResult result) {
    if (result instanceof AppSignInResult.SecondFactorNeeded) {
      return ProblemType.SECOND_FACTOR_NEEDED;
    }
    if (result instanceof AppSignInResult.PasswordTooShort) {
      return ProblemType.PASSWORD_TOO_SHORT;
    }
    return result instanceof AppSignInResult.BackupCodeRefused
        ? ProblemType.BACKUP_CODE_REFUSED
        : ProblemType.SIGN_IN_REFUSED;
  }
}
