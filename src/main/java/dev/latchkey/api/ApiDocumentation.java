package dev.latchkey.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Head of the description; the server's address comes from configuration, never from a request. */
@Configuration(proxyBeanMethods = false)
class ApiDocumentation implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/api/docs", "/api/docs/ui");
  }

  @Bean
  OpenAPI latchkeyApi(@Value("${latchkey.base-url}") String baseUrl) {
    return new OpenAPI()
        .info(
            new Info()
                .title("Latchkey")
                .version("v1")
                .description(
                    "Recover an account, or sign an app in. Problems are documents as in RFC"
                        + " 9457."))
        .servers(List.of(new Server().url(baseUrl)))
        .components(
            new Components()
                .addSecuritySchemes(
                    RecoveryApiDescription.BEARER,
                    bearer("The token that opening returned, or the newer one of the last answer"))
                .addSecuritySchemes(
                    SignInApiDescription.BEARER, bearer("The token that signing in returned")));
  }

  private static SecurityScheme bearer(String description) {
    return new SecurityScheme()
        .type(SecurityScheme.Type.HTTP)
        .scheme("bearer")
        .description(description);
  }
}
