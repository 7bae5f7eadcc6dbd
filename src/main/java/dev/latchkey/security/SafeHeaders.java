package dev.latchkey.security;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/** The headers of every answer; each chain adds its content policy. */
final class SafeHeaders {
  /** Our own pages: nothing but our own files. */
  static final String PAGES =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  /** The API description's viewer writes style attributes. */
  static final String API_DOCS =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /** Answers that are data: a browser that shows one as a page loads and runs nothing. */
  static final String DATA = "default-src 'none'; frame-ancestors 'none'; sandbox";

  private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=()";

  private final boolean secure;

  SafeHeaders(BaseUrl baseUrl) {
    this.secure = baseUrl.isSecure();
  }

  /** All headers, with this content policy. */
  Customizer<HeadersConfigurer<HttpSecurity>> with(String contentPolicy) {
    return headers -> {
      headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy));
      headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
      common(headers);
    };
  }

  /** As {@link #with}, for files that browsers may keep. */
  Customizer<HeadersConfigurer<HttpSecurity>> cacheable(String contentPolicy) {
    return headers -> {
      with(contentPolicy).customize(headers);
      headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    };
  }

  /** For Camunda's web applications, which set a content policy and caching of their own. */
  Customizer<HeadersConfigurer<HttpSecurity>> besideOwn() {
    return headers -> {
      headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
      headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
      common(headers);
    };
  }

  private void common(HeadersConfigurer<HttpSecurity> headers) {
    headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
    headers.permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES));
    headers.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    headers.crossOriginResourcePolicy(
        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    if (secure) {
      headers.httpStrictTransportSecurity(
          transport ->
              transport.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(31536000));
    } else {
      headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
    }
  }
}
