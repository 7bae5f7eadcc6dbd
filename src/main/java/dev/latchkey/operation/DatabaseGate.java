package dev.latchkey.operation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Begins no request while the database is known to be away. Otherwise each would hold a thread for
 * as long as the pool waits for a connection, until none is left to say so.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseGate implements WebMvcConfigurer, HandlerInterceptor {
  private static final String[] WITHOUT_DATABASE = {
    "/error",
    "/api/docs/**",
    "/css/**",
    "/js/**",
    "/images/**",
    "/webjars/**",
    "/form-js/**",
    "/favicon.*"
  };
  private final Checkup checkup;

  DatabaseGate(Checkup checkup) {
    this.checkup = checkup;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(this)
        .excludePathPatterns(WITHOUT_DATABASE)
        .order(Ordered.HIGHEST_PRECEDENCE);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!checkup.databaseUsable()) {
      throw new DatabaseAway("Not begun: the database is away");
    }
    return true;
  }
}
