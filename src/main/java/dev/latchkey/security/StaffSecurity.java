package dev.latchkey.security;

import dev.latchkey.operation.Checkup;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.filter.OrderedRequestContextFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What staff and operators may call: Camunda's web applications, the engine's REST, our own pages
 * for staff, metrics.
 */
@Configuration(proxyBeanMethods = false)
class StaffSecurity {
  private static final String REALM = "Latchkey staff";
  private static final RequestMatcher OWN_LOGIN =
      WebSecurity.paths("/camunda/api/admin/auth/user/*/login/**");
  private static final RequestMatcher PROCESSES =
      WebSecurity.paths(
          "/staff/processes",
          "/staff/processes/deployment",
          "/staff/processes/back",
          "/staff/processes/move");
  private final SafeHeaders headers;
  private final FormTokens formTokens;
  private final StaffOidc oidc;
  private final ObjectProvider<ProvidedStaff> provided;
  private final ObjectProvider<JwtDecoder> tokens;

  StaffSecurity(
      @Value("${latchkey.base-url}") URI baseUrl,
      StaffOidc oidc,
      ObjectProvider<ProvidedStaff> provided,
      ObjectProvider<JwtDecoder> tokens) {
    BaseUrl base = new BaseUrl(baseUrl);
    this.headers = new SafeHeaders(base);
    this.formTokens = new FormTokens(base);
    this.oidc = oidc;
    this.provided = provided;
    this.tokens = tokens;
  }

  /** Before the security chains, so that the audit log knows from where a login came. */
  @Bean
  static OrderedRequestContextFilter requestContextFilter() {
    return new OrderedRequestContextFilter();
  }

  /**
   * Camunda's web applications keep their own login, form tokens and content policy. The resource
   * that makes a first administrator is closed: staff are made by us, and whoever reached it first
   * would own the installation.
   */
  @Bean
  @Order(10)
  SecurityFilterChain webApplications(HttpSecurity http) throws Exception {
    http.securityMatcher(WebSecurity.paths("/camunda/**"))
        .headers(headers.besideOwn())
        .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            denied -> denied.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(
                        WebSecurity.paths(
                            "/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**"))
                    .denyAll()
                    .requestMatchers(WebSecurity.paths(roundTheRules("/camunda/api/engine")))
                    .denyAll()
                    .requestMatchers(request -> oidc.enabled() && OWN_LOGIN.matches(request))
                    .denyAll()
                    .anyRequest()
                    .permitAll());
    if (oidc.enabled()) {
      RequestMatcher pages = WebSecurity.paths("/camunda/app/**");
      http.addFilterBefore(new OidcEntrance(pages), AuthorizationFilter.class);
    }
    return http.build();
  }

  /** The engine's REST interface: a staff login with each request, then the engine's own rules. */
  @Bean
  @Order(20)
  SecurityFilterChain engineRest(HttpSecurity http, IdentityService identities) throws Exception {
    return withLogin(http, "/engine-rest/**", SafeHeaders.DATA)
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(WebSecurity.paths(roundTheRules("/engine-rest")))
                    .denyAll()
                    .anyRequest()
                    .authenticated())
        .addFilterAfter(new EngineUserFilter(identities), AuthorizationFilter.class)
        .build();
  }

  /** Health without details for everyone, details and figures for administrators. */
  @Bean
  @Order(30)
  SecurityFilterChain operation(HttpSecurity http, StaffAuthentication staff, Checkup checkup)
      throws Exception {
    HttpSecurity figures = withLogin(http, "/actuator/**", SafeHeaders.DATA);
    if (!oidc.enabled()) {
      figures.authenticationManager(new ProviderManager(new RememberedLogins(staff, checkup)));
    }
    return figures
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(
                        WebSecurity.paths(
                            "/actuator/health",
                            "/actuator/health/liveness",
                            "/actuator/health/readiness"))
                    .permitAll()
                    .requestMatchers(request -> !HttpMethod.GET.matches(request.getMethod()))
                    .denyAll()
                    .anyRequest()
                    .hasAuthority(Staff.ADMINS))
        .build();
  }

  /**
   * Our own pages for staff: a login with each request, slowed down after failures, and no session
   * that could be taken over. Forms carry tokens, because a browser adds the login by itself.
   */
  @Bean
  @Order(35)
  SecurityFilterChain staffPages(HttpSecurity http, TasklistSession session) throws Exception {
    HttpSecurity pages =
        oidc.enabled()
            ? withSession(http, session)
            : withLogin(http, "/staff/**", SafeHeaders.PAGES);
    return pages
        .csrf(formTokens)
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(
                        WebSecurity.paths(
                            "/staff/notices",
                            "/staff/notices/close",
                            "/staff/incidents",
                            "/staff/incidents/retry"))
                    .hasAnyAuthority(Staff.LEADS, Staff.ADMINS)
                    .requestMatchers(StaffSecurity::readsProcesses)
                    .hasAnyAuthority(Staff.ANALYSTS, Staff.LEADS, Staff.ADMINS)
                    .requestMatchers(PROCESSES)
                    .hasAuthority(Staff.ANALYSTS)
                    .anyRequest()
                    .denyAll())
        .build();
  }

  /** Versions of the diagrams: analysts change them, whoever runs this installation looks on. */
  private static boolean readsProcesses(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod()) && PROCESSES.matches(request);
  }

  /**
   * Calls that change a task without being seen by the reviewers' rules: resolving and delegating
   * write variables into a colleague's case file without completing anything. Then calls that have
   * no use here, because no diagram may hold what they are for, and that the engine answers to
   * anybody. Comments and attachments, which would keep in the engine's history what is written
   * about people. And executing a job: the engine counts a try that it forbids as a failure of the
   * job, so that its timer, be it the end of a hold, would come due ten seconds later.
   */
  private static String[] roundTheRules(String root) {
    return Stream.of(
            "/task/*/resolve",
            "/task/*/delegate",
            "/task/*/comment/create",
            "/task/*/attachment/create",
            "/job/*/execute",
            "/external-task/**",
            "/condition")
        .map(path -> path.endsWith("/**") ? path : path + "/**")
        .flatMap(path -> Stream.of(root + path, root + "/engine/*" + path))
        .toArray(String[]::new);
  }

  /** A login with each request, or a token where a provider signs staff in. */
  private HttpSecurity withLogin(HttpSecurity http, String path, String contentPolicy)
      throws Exception {
    WebSecurity.stateless(http, path).headers(headers.with(contentPolicy));
    if (oidc.enabled()) {
      ProvidedStaff staff = provided.getObject();
      return http.oauth2ResourceServer(
              server ->
                  server.jwt(
                      jwt ->
                          jwt.decoder(tokens.getObject())
                              .jwtAuthenticationConverter(
                                  token -> OidcTokens.member(staff, token))))
          .exceptionHandling(
              denied -> denied.authenticationEntryPoint(new BearerTokenAuthenticationEntryPoint()));
    }
    BasicAuthenticationEntryPoint askForLogin = new BasicAuthenticationEntryPoint();
    askForLogin.setRealmName(REALM);
    return http.httpBasic(basic -> basic.authenticationEntryPoint(askForLogin))
        .exceptionHandling(denied -> denied.authenticationEntryPoint(askForLogin));
  }

  /** The session that the sign-in at the provider began. */
  private HttpSecurity withSession(HttpSecurity http, TasklistSession session) throws Exception {
    return WebSecurity.stateless(http, "/staff/**")
        .headers(headers.with(SafeHeaders.PAGES))
        .addFilterBefore(
            new OidcEntrance(WebSecurity.paths("/staff/**")), AuthorizationFilter.class)
        .addFilterBefore(new TasklistUserFilter(session), AuthorizationFilter.class);
  }
}
