package dev.latchkey.security;

import dev.latchkey.audit.AuditLog;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Sign-in of staff by an OpenID Connect provider, by code and PKCE. What the provider says of
 * itself is asked for at the first sign-in, so that an unreachable one keeps nobody from
 * recovering.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(StaffOidc.ISSUER)
class OidcSecurity {
  private static final String REGISTRATION = "staff";
  private static final String ENTRANCE = "/camunda/oidc";
  private static final String RETURN = ENTRANCE + "/code/" + REGISTRATION;

  private final StaffOidc oidc;
  private final BaseUrl base;

  OidcSecurity(StaffOidc oidc, @Value("${latchkey.base-url}") URI baseUrl) {
    this.oidc = oidc;
    this.base = new BaseUrl(baseUrl);
  }

  @Bean
  ClientRegistrationRepository staffProvider() {
    return new SupplierClientRegistrationRepository(
        () -> new InMemoryClientRegistrationRepository(registration()));
  }

  private ClientRegistration registration() {
    return ClientRegistrations.fromIssuerLocation(oidc.issuer().toString())
        .registrationId(REGISTRATION)
        .clientId(oidc.clientId())
        .clientSecret(oidc.clientSecret())
        .scope("openid", "profile", "email")
        .userNameAttributeName(oidc.userClaim())
        .redirectUri(base.page(RETURN))
        .build();
  }

  /** Tokens of the engine's REST interface and of the figures, for programs. */
  @Bean
  JwtDecoder staffTokens() {
    return new SupplierJwtDecoder(() -> OidcTokens.decoder(oidc));
  }

  @Bean
  @Order(6)
  SecurityFilterChain oidcSignIn(
      HttpSecurity http,
      ClientRegistrationRepository provider,
      ProvidedStaff staff,
      OidcAge age,
      AuditLog audit,
      Clock clock)
      throws Exception {
    OidcSignIn signIn = new OidcSignIn(staff, age, audit, clock);
    return http.securityMatcher(WebSecurity.paths(ENTRANCE + "/**"))
        .headers(new SafeHeaders(base).with(SafeHeaders.PAGES))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .authorizeHttpRequests(rules -> rules.anyRequest().denyAll())
        .oauth2Login(
            login ->
                login
                    .loginPage(OidcEntrance.PATH)
                    .authorizationEndpoint(
                        way -> way.authorizationRequestResolver(request(provider, age.longest())))
                    .redirectionEndpoint(way -> way.baseUri(ENTRANCE + "/code/*"))
                    .authorizedClientRepository(new ForgottenTokens())
                    .successHandler(signIn)
                    .failureHandler(signIn))
        .build();
  }

  /** Nobody who proved who they are too long ago; and once more where that was not enough. */
  private static OAuth2AuthorizationRequestResolver request(
      ClientRegistrationRepository provider, Duration longest) {
    DefaultOAuth2AuthorizationRequestResolver resolver =
        new DefaultOAuth2AuthorizationRequestResolver(provider, ENTRANCE);
    resolver.setAuthorizationRequestCustomizer(
        OAuth2AuthorizationRequestCustomizers.withPkce()
            .andThen(request -> request.additionalParameters(more -> more.putAll(age(longest)))));
    return resolver;
  }

  private static Map<String, Object> age(Duration longest) {
    return OidcAge.asksAgain(session())
        ? Map.of("max_age", 0, "prompt", "login")
        : Map.of("max_age", longest.toSeconds());
  }

  /** Of the request that this thread works on, or null. */
  private static HttpSession session() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current
        ? current.getRequest().getSession(false)
        : null;
  }

  /** Our own pages for staff lie beside Camunda's, and use the same session here. */
  @Bean
  ServletContextInitializer sessionOfAllStaffPages() {
    return context -> context.getSessionCookieConfig().setPath("/");
  }
}
