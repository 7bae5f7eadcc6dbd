package dev.latchkey.help;

import dev.latchkey.messaging.Channel;
import dev.latchkey.messaging.ChannelHealth;
import dev.latchkey.messaging.ChannelHealth.Health;
import org.springframework.stereotype.Service;

/** What people are told of how the service works at present. */
@Service
public class ServiceStatus {
  private final ChannelHealth measured;

  ServiceStatus(ChannelHealth measured) {
    this.measured = measured;
  }

  /** How well a channel works, as measured. */
  public Health health(Channel channel) {
    return measured.of(channel);
  }

  /**
   * Whether staff announced trouble with this channel that holds now.
   *
   * @param country ISO 3166 code of the number typed, or null when it is not known; only notices
   *     for every country count then
   */
  public boolean announced(Channel channel, String country) {
    return false;
  }
}
