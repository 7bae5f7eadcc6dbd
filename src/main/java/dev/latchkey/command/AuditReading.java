package dev.latchkey.command;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * As much of the application as reading takes. Everything is made when it is asked for, so what
 * these packages hold beside repositories is not made at all. No component itself: the whole
 * application must not find it.
 */
@ImportAutoConfiguration({
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
@ComponentScan({
  "dev.latchkey.secret",
  "dev.latchkey.audit",
  "dev.latchkey.recovery",
  "dev.latchkey.proof",
  "dev.latchkey.messaging",
  "dev.latchkey.review"
})
@Import({CaseExport.class, CaseText.class})
class AuditReading {

  @Bean
  Clock clock() {
    return Clock.system(ZoneOffset.UTC);
  }
}
