package dev.latchkey.messaging.mailroom;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.MessagingProperties;
import dev.latchkey.messaging.OwnTransaction;
import dev.latchkey.messaging.PlannedReceipts;
import dev.latchkey.messaging.SenderNumbers;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded provider, for each channel that has no other. */
@Configuration
@Conditional(MailroomConfiguration.ForAnyChannel.class)
class MailroomConfiguration {
  static final String TEXT = "latchkey.messaging.text.provider";
  private static final String MAIL = "latchkey.messaging.mail.provider";

  @Bean
  Mailroom mailroom(
      JdbcClient jdbc, OwnTransaction ownTransaction, PlannedReceipts receipts, Clock clock) {
    return new Mailroom(jdbc, ownTransaction, receipts, clock);
  }

  @Bean
  MailroomReports mailroomReports() {
    return new MailroomReports();
  }

  @Bean
  @ConditionalOnProperty(name = TEXT, havingValue = Mailroom.PROVIDER, matchIfMissing = true)
  MailroomSender mailroomTextSender(
      MessagingProperties properties, Mailroom mailroom, MailroomReports reports) {
    return new MailroomSender(Channel.TEXT_MESSAGE, properties.serviceName(), mailroom, reports);
  }

  /** A number of the block that is kept free for stories and examples. */
  @Bean
  @ConditionalOnProperty(name = TEXT, havingValue = Mailroom.PROVIDER, matchIfMissing = true)
  SenderNumbers mailroomNumbers() {
    return new SenderNumbers("+12025550100", Map.of());
  }

  @Bean
  @ConditionalOnProperty(name = MAIL, havingValue = Mailroom.PROVIDER, matchIfMissing = true)
  MailroomSender mailroomMailSender(
      MessagingProperties properties, Mailroom mailroom, MailroomReports reports) {
    return new MailroomSender(Channel.EMAIL, properties.serviceName(), mailroom, reports);
  }

  /** True unless both channels have a real provider. */
  static class ForAnyChannel extends AnyNestedCondition {
    ForAnyChannel() {
      super(ConfigurationPhase.PARSE_CONFIGURATION);
    }

    @ConditionalOnProperty(name = TEXT, havingValue = Mailroom.PROVIDER, matchIfMissing = true)
    static class Text {}

    @ConditionalOnProperty(name = MAIL, havingValue = Mailroom.PROVIDER, matchIfMissing = true)
    static class Mail {}
  }
}
