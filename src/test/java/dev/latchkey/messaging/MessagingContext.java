package dev.latchkey.messaging;

import dev.latchkey.language.PageTextsConfiguration;
import dev.latchkey.secret.ServerKey;
import dev.latchkey.testing.Databases;
import dev.latchkey.testing.StillScheduler;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.scheduling.TaskScheduler;

/** The messaging beans as the application makes them from its configuration, and nothing else. */
public final class MessagingContext {
  private MessagingContext() {}

  /** Starts with the mailroom unless the test sets other properties. */
  public static WebApplicationContextRunner runner() {
    return new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                PropertyPlaceholderAutoConfiguration.class,
                JdbcTemplateAutoConfiguration.class,
                JdbcClientAutoConfiguration.class,
                DataSourceTransactionManagerAutoConfiguration.class,
                TransactionAutoConfiguration.class,
                SslAutoConfiguration.class,
                HttpMessageConvertersAutoConfiguration.class,
                DispatcherServletAutoConfiguration.class,
                WebMvcAutoConfiguration.class,
                ThymeleafAutoConfiguration.class))
        .withPropertyValues(
            "latchkey.base-url=http://recovery.example.com", "server.address=127.0.0.1")
        .withUserConfiguration(Application.class, PageTextsConfiguration.class);
  }

  /** Not annotated as a configuration, so that no other test finds it. */
  @ComponentScan("dev.latchkey.messaging")
  @EnableConfigurationProperties({MessagingProperties.class, StatusProperties.class})
  static class Application {
    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    ServerKey serverKey() {
      return new ServerKey(new byte[32]);
    }

    @Bean
    DataSource dataSource() {
      return Databases.H2.fresh();
    }

    @Bean
    TaskScheduler taskScheduler(Clock clock) {
      return new StillScheduler(clock);
    }

    @Bean
    MeterRegistry meterRegistry() {
      return new SimpleMeterRegistry();
    }
  }
}
