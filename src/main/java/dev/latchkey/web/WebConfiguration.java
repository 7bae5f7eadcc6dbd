package dev.latchkey.web;

import dev.latchkey.language.Languages;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** What all pages share: the guard in front of them and the choice of language. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private static final String[] PAGES = {
    "/", "/recovery/**", "/not-me/**", "/account/**", "/language", "/problems/**"
  };
  private final PageGuard guard;
  private final SignedInPeople people;
  private final StepPlaces places;

  WebConfiguration(PageGuard guard, SignedInPeople people, StepPlaces places) {
    this.guard = guard;
    this.people = people;
    this.places = places;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard).addPathPatterns(PAGES);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(people);
    resolvers.add(places);
  }

  /** The language chosen on a page, else the closest to the browser's. */
  @Bean
  static LocaleResolver localeResolver(@Value("${latchkey.base-url}") String baseUrl) {
    CookieLocaleResolver resolver = new CookieLocaleResolver("latchkey_language");
    resolver.setDefaultLocaleFunction(
        request -> Languages.closest(Collections.list(request.getLocales())));
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setCookieSecure(baseUrl.startsWith("https:"));
    resolver.setRejectInvalidCookies(false);
    return resolver;
  }
}
