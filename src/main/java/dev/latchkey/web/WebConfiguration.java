package dev.latchkey.web;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What all pages share: the guard in front of them and the choice of language. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {
  private static final String[] PAGES = {
    "/",
    "/recovery/**",
    "/not-me/**",
    "/account/**",
    "/help/**",
    "/language",
    "/problems/**",
    "/status/**",
    "/staff/**"
  };
  private final PageGuard guard;
  private final LanguageSwitch languages;
  private final SignedInPeople people;
  private final StepPlaces places;

  WebConfiguration(
      PageGuard guard, LanguageSwitch languages, SignedInPeople people, StepPlaces places) {
    this.guard = guard;
    this.languages = languages;
    this.people = people;
    this.places = places;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(guard).addPathPatterns(PAGES);
    registry.addInterceptor(languages);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(people);
    resolvers.add(places);
  }

  @Bean
  static LocaleResolver localeResolver(@Value("${latchkey.base-url}") String baseUrl) {
    return new PageLanguage(baseUrl.startsWith("https:"));
  }
}
