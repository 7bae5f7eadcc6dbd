package dev.latchkey.messaging;

import dev.latchkey.messaging.ChannelHealth.Health;
import dev.latchkey.operation.Check;
import dev.latchkey.operation.Finding;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the providers do, by what became of the messages handed to them; they are not asked. */
@Configuration(proxyBeanMethods = false)
class ProviderChecks {

  @Bean
  static Check textMessagesCheck(Pace pace, ChannelHealth channels) {
    return new ProviderCheck("textMessages", Channel.TEXT_MESSAGE, pace, channels);
  }

  @Bean
  static Check mailCheck(Pace pace, ChannelHealth channels) {
    return new ProviderCheck("mail", Channel.EMAIL, pace, channels);
  }

  private record ProviderCheck(String name, Channel channel, Pace pace, ChannelHealth channels)
      implements Check {
    @Override
    public Finding look() {
      Optional<String> trouble = pace.trouble(channel);
      Health health = channels.of(channel);
      String provider = "Provider " + pace.provider(channel) + ": ";
      if (trouble.isEmpty() && health == Health.GOOD) {
        return Finding.good(provider + "messages go out.");
      }
      String seen = health == Health.SLOW ? "messages arrive late" : "messages do not go out";
      return Finding.degraded(
          provider + trouble.orElse(seen) + ". Messages that wait: " + channels.waiting(channel));
    }
  }
}
