package dev.latchkey.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/**
 * The tokens that show that a form came from our own page: one in a cookie that scripts cannot
 * read, one in the form, masked anew on each page. Works without server sessions and without
 * JavaScript. Over TLS the cookie's name begins with __Host-, so that no neighbouring site can set
 * it.
 */
final class FormTokens implements Customizer<CsrfConfigurer<HttpSecurity>> {
  private static final String COOKIE = "latchkey_form";
  private final boolean secure;

  FormTokens(BaseUrl baseUrl) {
    this.secure = baseUrl.isSecure();
  }

  @Override
  public void customize(CsrfConfigurer<HttpSecurity> csrf) {
    CookieCsrfTokenRepository cookie = new CookieCsrfTokenRepository();
    cookie.setCookieName(secure ? "__Host-" + COOKIE : COOKIE);
    cookie.setCookiePath("/");
    cookie.setCookieCustomizer(settings -> settings.secure(secure).httpOnly(true).sameSite("Lax"));
    XorCsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();
    // Without a name the token is made before the page: a page longer than the response buffer
    // would otherwise be under way before its cookie
    masked.setCsrfRequestAttributeName(null);
    csrf.csrfTokenRepository(cookie).csrfTokenRequestHandler(masked);
  }
}
