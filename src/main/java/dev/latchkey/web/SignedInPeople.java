package dev.latchkey.web;

import dev.latchkey.account.SessionKind;
import dev.latchkey.account.Sessions;
import dev.latchkey.directory.AccountDirectory;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Knows who is signed in from the cookie of the session, and tells controllers. */
@Component
class SignedInPeople implements HandlerMethodArgumentResolver {
  /** Open also while the password is too short for an account without a second step. */
  private static final Set<String> PROTECTING =
      Set.of(
          PasswordController.PAGE,
          RecentSignIn.CONFIRM,
          "/account/addresses",
          "/account/app",
          "/account/second-factor");

  private final Sessions sessions;
  private final AccountDirectory accounts;

  SignedInPeople(Sessions sessions, AccountDirectory accounts) {
    this.sessions = sessions;
    this.accounts = accounts;
  }

  /** Who sent this request; empty without a running session of a browser. */
  Optional<SignedIn> find(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, PageCookies.SESSION);
    if (cookie == null) {
      return Optional.empty();
    }
    return sessions
        .find(cookie.getValue())
        .filter(session -> session.kind() == SessionKind.BROWSER)
        .flatMap(
            session ->
                accounts
                    .findById(session.accountId())
                    .map(account -> new SignedIn(session, account, cookie.getValue())));
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == SignedIn.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      ModelAndViewContainer container,
      NativeWebRequest request,
      WebDataBinderFactory binders) {
    HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
    SignedIn me = find(asked).orElseThrow(NotSignedIn::new);
    if (me.account().needsLongerPassword() && !protects(asked.getRequestURI())) {
      throw new PasswordTooShort();
    }
    return me;
  }

  /** Whether the page is a way to a longer password or to a second step. */
  private static boolean protects(String path) {
    return PROTECTING.stream().anyMatch(page -> path.equals(page) || path.startsWith(page + "/"));
  }
}
