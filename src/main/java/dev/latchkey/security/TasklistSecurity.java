package dev.latchkey.security;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * What our forms in Tasklist read beside the engine's own interface. It lies below {@code
 * /camunda}, where Tasklist's session is known, and is only ever read: nothing there changes
 * anything, so it needs no form tokens. For everybody but reviewers there is nothing to be found.
 */
@Configuration(proxyBeanMethods = false)
class TasklistSecurity {
  private final SafeHeaders headers;

  TasklistSecurity(@Value("${latchkey.base-url}") URI baseUrl) {
    this.headers = new SafeHeaders(new BaseUrl(baseUrl));
  }

  @Bean
  @Order(5)
  SecurityFilterChain besideTasklist(HttpSecurity http, TasklistSession session) throws Exception {
    return WebSecurity.stateless(http, "/camunda/latchkey/**")
        .headers(headers.with(SafeHeaders.DATA))
        .addFilterBefore(new TasklistUserFilter(session), AuthorizationFilter.class)
        .exceptionHandling(
            denied ->
                denied.accessDeniedHandler(
                    (request, response, reason) ->
                        response.sendError(HttpStatus.NOT_FOUND.value())))
        .authorizeHttpRequests(
            rules ->
                rules
                    .requestMatchers(request -> !HttpMethod.GET.matches(request.getMethod()))
                    .denyAll()
                    .anyRequest()
                    .hasAnyAuthority(Staff.SUPPORT, Staff.LEADS))
        .build();
  }
}
