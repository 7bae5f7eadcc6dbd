package dev.latchkey.security;

import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.Arrays;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What people, clients and providers may call; the last chain denies whatever is not named. Each
 * chain matches the whole path, because several servlets stand behind them.
 *
 * <p>The code of a person's recovery or session is checked by the pages themselves: no account
 * holder is known to Spring Security.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
  private final SafeHeaders headers;
  private final FormTokens formTokens;

  WebSecurity(@Value("${latchkey.base-url}") URI baseUrl) {
    BaseUrl base = new BaseUrl(baseUrl);
    this.headers = new SafeHeaders(base);
    this.formTokens = new FormTokens(base);
  }

  /**
   * Requests are measured as a whole; to time each filter of each of them costs more than it tells.
   */
  @Bean
  static SecurityObservationSettings noTimesOfSingleFilters() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(40)
  SecurityFilterChain apiDescription(HttpSecurity http) throws Exception {
    return stateless(http, "/api/docs/**")
        .headers(headers.with(SafeHeaders.API_DOCS))
        .authorizeHttpRequests(
            rules ->
                rules.requestMatchers(method(HttpMethod.GET)).permitAll().anyRequest().denyAll())
        .build();
  }

  @Bean
  @Order(50)
  SecurityFilterChain api(HttpSecurity http) throws Exception {
    return stateless(http, "/api/v1/**")
        .headers(headers.with(SafeHeaders.DATA))
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(60)
  SecurityFilterChain providersCallbacks(HttpSecurity http) throws Exception {
    return stateless(http, "/webhooks/**")
        .headers(headers.with(SafeHeaders.DATA))
        .authorizeHttpRequests(
            rules ->
                rules.requestMatchers(method(HttpMethod.POST)).permitAll().anyRequest().denyAll())
        .build();
  }

  @Bean
  @Order(70)
  SecurityFilterChain files(HttpSecurity http) throws Exception {
    return stateless(
            http,
            "/css/**",
            "/js/**",
            "/images/**",
            "/webjars/htmx.org/**",
            "/form-js/**",
            "/favicon.*")
        .headers(headers.cacheable(SafeHeaders.PAGES))
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(100)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return stateless(http, "/**")
        .headers(headers.with(SafeHeaders.PAGES))
        .csrf(formTokens)
        .authorizeHttpRequests(
            rules ->
                rules
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(
                        paths(
                            "/",
                            "/recovery/**",
                            "/not-me/**",
                            "/account/**",
                            "/help/**",
                            "/status/**",
                            "/problems/**",
                            "/language",
                            "/mailroom/**"))
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** A chain without sessions, logins and saved requests, in which what is denied is not found. */
  static HttpSecurity stateless(HttpSecurity http, String... patterns) throws Exception {
    return http.securityMatcher(paths(patterns))
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            denied ->
                denied.authenticationEntryPoint(
                    (request, response, reason) ->
                        response.sendError(HttpStatus.NOT_FOUND.value())));
  }

  static RequestMatcher paths(String... patterns) {
    return new OrRequestMatcher(
        Arrays.stream(patterns)
            .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toList());
  }

  private static RequestMatcher method(HttpMethod method) {
    return request -> method.matches(request.getMethod());
  }
}
